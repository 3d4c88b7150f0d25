import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Region, Result, Run } from 'sarif';
import { baselineDesigns, compareWithBaseline } from '../../history/baseline.js';
import { readBaseline, writeBaseline } from '../../history/baseline-file.js';
import type { TellingContext } from '../../report/formats/index.js';
import type { Reviewed } from '../../report/problem.js';
import { review } from '../../review/index.js';
import type { Assessment } from '../../review/index.js';
import { reportContext, told } from '../support/reports.js';
import { createWorkspace, root } from '../support/workspace.js';

const schema = JSON.parse(readFileSync(path.join(root, 'test/report/schemas/sarif-2.1.0.json'), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: false });
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', (text: string) => URL.canParse(text, 'file:///x/'));
ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
ajv.addFormat('uuid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const validate = ajv.compile(schema);

async function reviewed(files: Readonly<Record<string, string>>): Promise<Reviewed> {
  const workspace = await createWorkspace(files);
  const { Designs } = workspace.shared.meter;
  return { assessments: Designs.all().map((architecture) => review(architecture, '2026-11-24')), problems: [], sources: Designs.sources() };
}

function run(input: Reviewed, context: Partial<TellingContext> = {}): Run & { results: Result[] } {
  const log = JSON.parse(told('sarif', input, context)) as Log;
  assert.equal(validate(log), true, JSON.stringify(validate.errors?.slice(0, 5)));
  assert.equal(log.runs.length, 1);
  return log.runs[0] as Run & { results: Result[] };
}

const riverside = {
  'riverside.meter': readFileSync(path.join(root, 'examples/riverside.meter'), 'utf8'),
  'zones.meter': readFileSync(path.join(root, 'examples/zones.meter'), 'utf8'),
};

/** Three findings in all, by a catalogue of its own: `closed` on the box and the hub, `wired` on the flow. */
const small = [
  'define standard book "The Book" { edition "2" publisher "Ours" }',
  'define harm loss "Loss" { see book }',
  'define threat theft "Theft" { leads to loss }',
  'define control shut "Shut" on component',
  'define control covered "Covered" on flow, link',
  'define mechanism lid "Lid" on component { provides shut }',
  'define mechanism tape "Tape" on component { weak shut because "it peels" }',
  'define mechanism wrap "Wrap" on link { provides covered }',
  'define component thing "Thing"',
  'define requirement closed "Is closed" { category integrity severity low where is thing else critical applies to component where is thing needs shut mitigates theft see book "1.2", book "1.10" unverified because "b" guidance "g" }',
  'define requirement wired "Is covered" { severity critical applies to flow needs covered on flow or on every hop see book "4" because "b" }',
  'define profile p "P" { includes closed, wired }',
  'design d { profile p }',
  'component box is thing { uses tape }',
  'component hub is thing',
  'component end is thing { control shut by lid }',
  'link one: box -> hub over wrap',
  'link two: hub -> end',
  'flow f: box -> hub -> end',
].join('\n');

describe('SARIF', () => {
  it('follows the official schema, with and without what is met, and against a baseline', async () => {
    const input = await reviewed({ ...riverside, 'small.meter': small });
    run(input);
    const everything = run(input, { everything: true });
    const kinds = new Set(everything.results.map(({ kind }) => kind ?? 'fail'));
    assert.deepEqual([...kinds].sort(), ['fail', 'notApplicable', 'pass']);
    const pairs = input.assessments.reduce((sum, { results }) => sum + results.length, 0);
    const hidden = input.assessments.flatMap(({ results }) =>
      results.filter(({ state, open }) => ['missing', 'weak', 'planned', 'unknown'].includes(state) && open === undefined),
    );
    assert.equal(everything.results.length, pairs - hidden.length, 'all but what another result reports');
    for (const { kind, level } of everything.results) assert.equal(level === 'none', kind !== undefined, `${kind} ${level}`);
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] }), false, 'the schema is not empty');
  });

  it('points from rules to taxonomies and from results to the same places, and claims no more than relevance', async () => {
    const { tool, taxonomies = [], results } = run(await reviewed(riverside), { everything: true });
    const taxa = new Map(taxonomies.map(({ guid, name, taxa: all }) => [guid, { name, ids: new Set(all!.map(({ id }) => id)) }]));
    assert.equal(taxa.size, taxonomies.length);
    assert.deepEqual(
      tool.driver.supportedTaxonomies!.map(({ guid }) => guid),
      [...taxa.keys()],
    );
    const rules = tool.driver.rules!;
    for (const result of results) {
      const { relationships = [] } = rules[result.ruleIndex!]!;
      assert.ok(relationships.every(({ kinds }) => kinds!.join() === 'relevant'));
      const targets = relationships.filter(({ target }) => target.toolComponent !== undefined).map(({ target }) => target);
      assert.deepEqual(result.taxa ?? [], targets);
      for (const { id, toolComponent } of targets) assert.ok(taxa.get(toolComponent!.guid)!.ids.has(id!), `${toolComponent!.name} ${id}`);
    }
    const x1332 = taxonomies.find(({ name }) => name === 'ITU-T X.1332')!;
    assert.deepEqual(x1332.taxa!.map(({ id }) => id).sort(), ['load-control-abuse', 'personal-data-misuse', 'wrong-demand-decisions']);
    assert.match(x1332.fullDescription!.text, /organised along/);
    assert.equal(
      taxonomies.every(({ isComprehensive }) => isComprehensive === false),
      true,
    );
  });

  it('tells where: links in messages lead to related places, a flow is followed hop by hop', async () => {
    const { results, tool } = run(await reviewed({ 'small.meter': small }), { textOf: () => small });
    assert.deepEqual(
      results.map(({ ruleId, locations, level }) => `${ruleId} ${locations![0]!.logicalLocations![0]!.name} ${level}`),
      ['wired f error', 'closed box note', 'closed hub note'],
    );
    for (const { message, relatedLocations = [] } of results) {
      const links = [...message.text!.matchAll(/\]\((\d+)\)/g)].map(([, id]) => Number(id));
      assert.deepEqual(
        links,
        relatedLocations.map(({ id }) => id),
      );
    }
    const lines = small.split('\n');
    const at = (name: string) => lines.findIndex((line) => new RegExp(`^(component|link|flow) ${name}\\b`).test(line)) + 1;
    const [flow, box] = results;
    assert.match(box!.message.text!, /See: \[the requirement\]\(1\), \[tape on box\]\(2\)\.$/);
    assert.equal(box!.relatedLocations![1]!.physicalLocation!.region!.startLine, at('box'));
    assert.deepEqual(
      flow!.codeFlows![0]!.threadFlows[0]!.locations.map(({ location, importance }) => [
        location!.physicalLocation!.region!.startLine,
        location!.message!.text,
        importance,
      ]),
      [
        [at('box'), 'box', 'important'],
        [at('one'), 'box to hub over one', 'important'],
        [at('hub'), 'hub', 'important'],
        [at('two'), 'hub to end over two: covered missing here', 'essential'],
        [at('end'), 'end', 'important'],
      ],
    );
    assert.deepEqual(box!.locations![0]!.physicalLocation!.contextRegion!.snippet!.text, lines[at('box') - 1]);
    // One severity a rule: the worst of this run, not what the rule could come to elsewhere.
    assert.deepEqual(
      tool.driver.rules!.map(({ id, properties }) => `${id} ${properties!['security-severity'] as string}`),
      ['closed 2.0', 'wired 9.5'],
    );
  });

  it('brings repairs that can be made as they stand', async () => {
    const { results } = run(await reviewed({ 'small.meter': small }));
    const hub = results.find(({ locations }) => locations![0]!.logicalLocations![0]!.name === 'hub')!;
    const [first] = hub.fixes!;
    assert.match(first!.description!.text!, /^Add shut with Lid/);
    const { artifactLocation, replacements } = first!.artifactChanges[0]!;
    assert.equal(artifactLocation.uri, 'small.meter');
    const repaired = replacements.reduceRight((text, { deletedRegion, insertedContent }) => {
      const [start, end] = [offsetOf(text, deletedRegion, 'start'), offsetOf(text, deletedRegion, 'end')];
      return text.slice(0, start) + insertedContent!.text! + text.slice(end);
    }, small);
    const after = run(await reviewed({ 'small.meter': repaired }));
    assert.deepEqual(
      after.results.map(({ ruleId, locations }) => `${ruleId} ${locations![0]!.logicalLocations![0]!.name}`),
      ['wired f', 'closed box'],
    );
  });

  it('keeps the line ends of the file in repairs', async () => {
    const text = small.replaceAll('\n', '\r\n').replace(/ \{ uses tape \}/, ' {\r\n    uses tape\r\n}');
    const input = await reviewed({ 'small.meter': text });
    const inserted = run(input, { textOf: () => text }).results.flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ artifactChanges }) =>
        artifactChanges.flatMap(({ replacements }) => replacements.map(({ insertedContent }) => insertedContent!.text!)),
      ),
    );
    assert.ok(inserted.some((one) => one.includes('\r\n')));
    assert.ok(
      inserted.every((one) => !/(^|[^\r])\n/.test(one)),
      JSON.stringify(inserted),
    );
  });

  it('tells what is new, changed, the same and gone against a baseline, of all results or of none', async () => {
    const before = await reviewed({
      'small.meter': `${small}\ncomponent old is thing\ncomponent soon is thing { control shut planned for 2027-01-01 }`,
    });
    const text = `${small}\ncomponent young is thing\ncomponent soon is thing\naccept closed on hub because "x"`;
    const after = await reviewed({ 'small.meter': text });
    const fileOf = ({ architecture }: Assessment) => reportContext.toPath(architecture.files[0]!);
    const baseline = readBaseline(writeBaseline(before.assessments, '1.0.0', fileOf));
    assert.ok(!('fault' in baseline));
    const comparison = compareWithBaseline(baselineDesigns(after.assessments, fileOf), baseline, () => true);
    const { results } = run({ ...after, baseline: comparison });
    assert.deepEqual(
      results
        .map(({ ruleId, locations, baselineState, suppressions }) => {
          const decided = suppressions!.length > 0 ? ' suppressed' : '';
          return `${ruleId} ${locations![0]!.logicalLocations![0]!.name} ${baselineState}${decided}`;
        })
        .sort(),
      [
        'closed box unchanged',
        'closed hub updated suppressed',
        'closed old absent',
        'closed soon updated',
        'closed young new',
        'wired f unchanged',
      ],
    );
    assert.ok(run(after).results.every(({ baselineState }) => baselineState === undefined));
    assert.ok(
      run({ ...after, baseline: comparison }, { everything: true }).results.every(({ baselineState }) => baselineState !== undefined),
    );
  });

  it('takes no link, placeholder or broken character from a text of the design', async () => {
    const title = '[click](command:quit) {0} \\ud800 \uD800 ]( end';
    const { results } = run(await reviewed({ 'a b/ü#?.meter': small.replace('"Is closed"', `"${title.replaceAll('\\', '')}"`) }));
    const hub = results.find(({ locations }) => locations![0]!.logicalLocations![0]!.name === 'hub')!;
    assert.equal(hub.locations![0]!.physicalLocation!.artifactLocation!.uri, 'a%20b/%C3%BC%23%3F.meter');
    assert.match(hub.message.text!, /\[click\\\]\(command:quit\) \{\{0\}\} ud800 \uFFFD \\\]\( end/);
  });
});

function offsetOf(text: string, region: Region, side: 'start' | 'end'): number {
  const [line, column] = side === 'start' ? [region.startLine!, region.startColumn!] : [region.endLine!, region.endColumn!];
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
