import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Architecture, Catalogue, Definition } from '../../language/model/index.js';
import { baselineDesigns, compareWithBaseline } from '../../history/baseline.js';
import { formats, type TellingContext } from '../../report/formats/index.js';
import type { Problem, Reviewed } from '../../report/problem.js';
import { redact, type RedactionKey } from '../../report/redaction/index.js';
import { readKey, writeKey } from '../../report/redaction/key-file.js';
import { createPseudonyms } from '../../report/redaction/pseudonyms.js';
import { toText } from '../../report/text.js';
import { review } from '../../review/index.js';
import { architecture } from '../review/generate/design.js';
import { today } from '../review/generate/names.js';
import { reportContext } from '../support/reports.js';
import { exampleFiles, referenceDesigns, reviewOf } from '../support/reviewed.js';
import { nowhere } from '../support/sources.js';

const key: RedactionKey = { salt: '00112233445566778899aabbccddeeff', names: new Map() };

/** Every name, title and text of this workspace has `zq` in it, wherever the language allows one. */
const secret = {
  'zq-kinds.meter': `
    /** zqdoc1 */ define standard zqstandard "zqtitle1" { publisher "zqpublisher" edition "zqedition" url "https://zqhost.example/" note "zqnote1" }
    define component zqkind "zqtitle2" is relay { zqattribute = zqword1 physical-access = zqopen control secure-boot by zqmechanism evidence "zqevidence1" }
    define zone zqzonekind "zqtitle3" is neighbourhood-network
    define data zqclass "zqtitle4" is metering-data
    define service zqservice "zqtitle5" is scheduled-reading
    define attribute zqattribute "zqtitle6" on component, data, link : zqword1 | zqword2 default zqword2
    define attribute zqtextual on component : text { asks "zqasks2" }
    define control zqcontrol "zqtitle7" on component, link, flow { implies secure-boot asks "zqasks1" note "zqnote2" }
    define mechanism zqmechanism "zqtitle8" { provides zqcontrol, secure-boot see zqstandard "zqclause1" unverified }
    define mechanism zqweakmech "zqtitle8" { weak for zqcontrol because "zqweakness" }
    define harm zqharm "zqtitle9" { see zqstandard }
    define threat zqthreat "zqtitle10" { leads to zqharm }
    define attack zqattack "zqtitle11" { leads to zqthreat }
    define requirement zqrequirement "zqtitle12" {
        category zqcategory
        severity critical where zqattribute = zqword1 else high
        applies to component where is zqkind or zqtextual = "zqliteral" or is relay
        applies to flow where carries zqclass and over zqmechanism
        needs zqcontrol or some link that has zqcontrol where not zqattribute = zqword2
        needs zqcontrol on every link that not zqattribute = zqword2
        mitigates zqthreat
        see zqstandard "zqclause2"
        because "zqbecause"
        guidance "zqguidance. zqmore."
        note "zqnote3"
    }
    define requirement zqsecond { severity low where some neighbour with same zqtextual else medium applies to link needs zqcontrol refines zqrequirement }
    define profile zqprofile "zqtitle13" { extends x1332 includes zqrequirement, zqsecond }
    cite zqstandard "zqclause3" for key-hsm
    cite iec-62443-3-3 "zqclause4" for key-unique`,
  'zq-design.meter': `
    import "zq-kinds.meter"
    /** zqdoc2 */
    design zqdesign "zqtitle14" { version "zqversion" owner "zqowner" profile zqprofile note "zqnote4" control incident-response-plan evidence "zqevidence2" }
    zone zqzone "zqtitle15" is zqzonekind { note "zqnote5" physical-access = "zqstreet" }
    zone zqinner is head-end-dmz in zqzone run by zqvendor
    data zqdata "zqtitle16" is zqclass { granularity = 15 minutes zqattribute = zqword1 }
    /** zqdoc3 */ component zqmeter "zqtitle17" is zqkind, smart-meter in zqzone { count = 4711 stores zqdata zqtextual = "zqliteral" note "zqnote6" uses zqweakmech }
    component zqhes "zqtitle18" is head-end in zqinner { uses software-keystore zqtextual = zqbare }
    component zqvendor "zqtitle19" is vendor
    component zqrelay is relay run by zqvendor { zqtextual = "zqliteral" control zqcontrol by zqweakmech }
    link zqlink "zqtitle20": zqmeter <-> zqrelay in zqzone over g3-plc opened by zqrelay { zqattribute = zqword1 }
    link zqwan: zqrelay <-> zqhes over lte, zqmechanism
    flow zqflow "zqtitle21" is zqservice: zqmeter -> zqrelay -> zqhes carries zqdata over dlms-suite-0, zqmechanism from zqmeter to zqhes { control zqcontrol from zqmeter to zqhes planned for 2027-06-30 evidence "zqevidence3" }
    accept zqrequirement, key-unique on zqmeter until 2027-06-30 because "zqreason1" by "zqperson1"
    exclude key-hsm on zqhes because "zqreason2" by "zqperson2"
    accept comm-replay on zqflow until 2020-01-01 because "zqreason3" by "zqperson3"`,
  'zq-fragment.meter': 'component zqalone "zqtitle22" is relay\nlink zqbroken: zqalone ->',
};

/** Every report of every format, and the text for terminals, unzipped where it is an archive. */
function everyReport({ reviewed, context }: { reviewed: Reviewed; context: TellingContext }, modes = [false, true]): Map<string, string> {
  const told = new Map<string, string>();
  for (const everything of modes) {
    for (const { id, write } of formats) {
      const report = write(reviewed, { ...context, everything });
      const name = `${id}${everything ? ' with everything' : ''}`;
      if (typeof report === 'string') told.set(name, report);
      else if (report[0] === 0x50 && report[1] === 0x4b) {
        const parts = Object.entries(unzipSync(report)).map(([part, bytes]) => `${part}\n${strFromU8(bytes)}`);
        told.set(name, parts.join('\n'));
      } else told.set(name, strFromU8(report));
    }
  }
  const linesOf = (uri: string) => context.textOf(uri)?.split('\n');
  return told.set('text', toText(reviewed, { toPath: context.toPath, linesOf, paint: (text) => text, verbose: true }));
}

async function secretReview(): Promise<Reviewed> {
  const reviewed = await reviewOf(secret);
  const [first] = reviewed.assessments;
  const range = reviewed.sources.rangeOf(first!.architecture.design);
  const problem: Problem = { code: 'unused-data', severity: 'warning', message: "'zqmessage' is not used", range };
  const findings = reviewed.assessments.flatMap((assessment) => assessment.findings);
  const known = findings.slice(0, 3).map(({ id, state, severity }) => ({ id, state, severity }));
  const gone = { id: 'zqdesign/zqgonerequirement/zqgoneelement', state: 'missing', severity: 'high' } as const;
  const designs = baselineDesigns(reviewed.assessments, ({ architecture }) => architecture.files[0]!);
  const baseline = compareWithBaseline(designs, { version: '1.0.0', requirements: [], findings: [...known, gone] }, () => true);
  const shard = { index: 1, of: 2, date: '2026-11-24', profile: 'zqprofile', positions: [0] };
  return { assessments: reviewed.assessments, problems: [problem], sources: reviewed.sources, baseline, shard };
}

const textOf = (uri: string) => secret[uri.slice(uri.lastIndexOf('/') + 1) as keyof typeof secret];

describe('redaction', () => {
  it('leaves nothing in any format of what authors called things and wrote', async () => {
    const reviewed = await secretReview();
    const context = { ...reportContext, textOf };
    const before = everyReport({ reviewed, context });
    for (const [name, report] of before) assert.match(report, /zq/, `${name} tells names as long as nobody redacts them`);
    const all = [...before.values()].join('\n');
    const told = [...Object.values(secret).join('\n').matchAll(/zq\w+/g)].map(([word]) => word).filter((word) => all.includes(word));
    assert.ok(new Set(told).size > 60, `the formats tell most of what is written: ${new Set(told).size}`);
    const redacted = redact(reviewed, key, context);
    for (const [name, report] of everyReport(redacted)) {
      assert.deepEqual(
        [...report.matchAll(/.{0,60}zq.{0,40}/gi)].map(([line]) => line),
        [],
        name,
      );
    }
  });

  it('says the same of the same elements: the key gives every name back', async () => {
    const reviewed = await secretReview();
    const redacted = redact(reviewed, key, reportContext);
    const original = (name: string) => redacted.key.names.get(name) ?? name;
    for (const [index, before] of reviewed.assessments.entries()) {
      const after = redacted.reviewed.assessments[index]!;
      assert.deepEqual(
        after.results.map(({ requirement, element, state, severity }) => [original(requirement), original(element), state, severity]),
        before.results.map(({ requirement, element, state, severity }) => [requirement, element, state, severity]),
      );
      assert.deepEqual(
        new Set(after.findings.map(({ id }) => id.split('/').map(original).join('/'))),
        new Set(before.findings.map(({ id }) => id)),
      );
    }
    const statuses = [...redacted.reviewed.baseline!.statuses].map(([finding, { against, was }]) => [finding.id, against, was?.id]);
    assert.equal(statuses.filter(([, against]) => against === 'known').length, 3);
    for (const [id, against, was] of statuses) assert.equal(was, against === 'new' ? undefined : id);
    assert.match(redacted.reviewed.baseline!.gone[0]!.id, /^design-[0-9a-f]{6}\/requirement-[0-9a-f]{6}\/element-[0-9a-f]{6}$/);
  });

  it('tells of the examples and the reference architectures no title, no text and no file name', async () => {
    for (const files of [exampleFiles(), ...referenceDesigns().values()]) {
      const reviewed = await reviewOf(files);
      const { catalogue } = reviewed.assessments[0]!.architecture;
      const written = new Set(
        Object.values(files).flatMap((text) => [...text.matchAll(/"((?:[^"\\]|\\.){6,})"/g)].map(([, words]) => words!)),
      );
      // SARIF writes the names of rules in capitals (`PhysConcentrator`), so that a word of the catalogue is one in any case.
      const builtIn = JSON.stringify(builtInPart(catalogue)).toLowerCase();
      const own = [...written, ...Object.keys(files)].filter((words) => !builtIn.includes(words.toLowerCase()));
      assert.ok(own.length > 5);
      for (const [name, report] of everyReport(redact(reviewed, key, { ...reportContext, textOf: (uri) => files[uri] }), [true])) {
        for (const words of own) assert.ok(!report.includes(words), `${name}: ${words}`);
      }
    }
  });

  it('keeps pseudonyms over runs and formats for one key, and has others for another', async () => {
    const reviewed = await reviewOf(exampleFiles());
    const first = redact(reviewed, key, reportContext);
    const again = redact(reviewed, first.key, reportContext);
    assert.deepEqual([...everyReport(first, [true])], [...everyReport(again, [true])]);
    assert.deepEqual(again.key, first.key);
    const other = redact(reviewed, { salt: 'ffeeddccbbaa99887766554433221100', names: new Map() }, reportContext);
    const shared = [...first.key.names.keys()].filter((name) => other.key.names.has(name));
    assert.deepEqual(shared, []);
    assert.equal(other.key.names.size, first.key.names.size);
  });

  it('tells two names apart whose pseudonyms would begin alike, and keeps both', () => {
    const constant = createPseudonyms(key, (text) =>
      text.length > 80 ? `${'a'.repeat(7)}${text.slice(-57)}`.padEnd(64, '0') : text.padEnd(64, 'b'),
    );
    const [one, other] = [constant.of('component', 'first'), constant.of('component', 'second')];
    assert.equal(constant.of('component', 'first'), one);
    assert.notEqual(one, other);
    assert.deepEqual(
      [...constant.key().names],
      [
        [one, 'first'],
        [other, 'second'],
      ],
    );
  });

  it('changes no state and no severity of any design', () => {
    fc.assert(
      fc.property(architecture, (design) => {
        const known = withBuiltIns(design);
        const before = review(known, today);
        const redacted = redact({ assessments: [before], problems: [], sources: nowhere }, key, reportContext);
        const original = (name: string) => redacted.key.names.get(name) ?? name;
        const tell = (name: (one: string) => string, one: (typeof before.results)[number]) =>
          [name(one.requirement), name(one.element), one.state, one.severity, one.reportedBy.map(name).join(' ')].join(' ');
        assert.deepEqual(
          redacted.reviewed.assessments[0]!.results.map((one) => tell(original, one)),
          before.results.map((one) => tell((name) => name, one)),
        );
      }),
      { seed: 20_270_316, numRuns: 400 },
    );
  });
});

/** The names that the engine knows are always built in, and what is built in names nothing of a workspace. */
function withBuiltIns(design: Architecture): Architecture {
  const engine = new Set(['encryption', 'person', 'trusted-end-point', 'external-party', 'back-end-system', 'party']);
  const none = { parents: [], settings: [], controls: [], mechanisms: [], implies: [], limits: [], builtIn: true };
  const tables = Object.entries(design.catalogue).map(([table, definitions]): [string, ReadonlyMap<string, unknown>] => [
    table,
    new Map(
      [...(definitions as ReadonlyMap<string, Definition>)].map(([name, one]) => [name, engine.has(name) ? { ...one, ...none } : one]),
    ),
  ]);
  return { ...design, catalogue: Object.fromEntries(tables) as unknown as Catalogue };
}

function builtInPart(catalogue: Catalogue): unknown {
  return Object.values(catalogue).flatMap((table) => [...(table as ReadonlyMap<string, Definition>).values()].filter((one) => one.builtIn));
}

describe('the key of a redaction', () => {
  it('is read as it was written, whatever the names are', () => {
    const names = new Map([
      ['text-ffffff', 'a "quoted"\n\u2028 text 👩‍🔧'],
      ['component-000000', '__proto__'],
    ]);
    const text = writeKey({ salt: key.salt, names });
    assert.equal(
      text,
      '{\n  "schema": "meterlint-redaction-key/1",\n  "salt": "00112233445566778899aabbccddeeff",\n  "names": {\n' +
        '    "component-000000": "__proto__",\n    "text-ffffff": "a \\"quoted\\"\\n\u2028 text 👩‍🔧"\n  }\n}\n',
    );
    const read = readKey(text);
    assert.ok('salt' in read);
    assert.deepEqual([...read.names].sort(), [...names].sort());
    assert.deepEqual(readKey(writeKey(key)), key);
  });

  const broken: Readonly<Record<string, [string, RegExp]>> = {
    'half a file': ['{ "schema": ', /^is not JSON/],
    'another file': ['[]', /^is no key/],
    'a baseline': ['{ "schema": "meterlint-baseline/1" }', /^is no key/],
    'a later form': ['{ "schema": "meterlint-redaction-key/2" }', /Update Meterlint$/],
    'no salt': ['{ "schema": "meterlint-redaction-key/1", "salt": "x", "names": {} }', /"salt" is not/],
    'names in a list': [
      '{ "schema": "meterlint-redaction-key/1", "salt": "00112233445566778899aabbccddeeff", "names": [] }',
      /"names" is not/,
    ],
    'a name that is no pseudonym': [
      '{ "schema": "meterlint-redaction-key/1", "salt": "00112233445566778899aabbccddeeff", "names": { "x": "y" } }',
      /"x" in "names"/,
    ],
  };
  for (const [name, [text, problem]] of Object.entries(broken)) {
    it(`says what is wrong with ${name}`, () => {
      const read = readKey(text);
      assert.ok('problem' in read);
      assert.match(read.problem, problem);
    });
  }
});
