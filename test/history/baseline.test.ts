import assert from 'node:assert/strict';
import { readBaseline, writeBaseline } from '../../history/baseline-file.js';
import { baselineDesigns, compareWithBaseline, type Baseline, type KnownFinding } from '../../history/baseline.js';
import { comparisonWords, faultWords } from '../../report/baseline.js';
import { review, type Assessment } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

// Two requirements by a catalogue of its own, so that every finding is known by hand.
const catalogue = [
  'define component thing "Thing"',
  'define attribute loud "Loud" on component : yes | no default no',
  'define control sealed "Sealed" on component',
  'define control watched "Watched" on component',
  'define mechanism wax "Wax" on component { weak sealed because "it melts" }',
  'define requirement seal "Seal" { severity high where loud = yes else medium applies to component needs sealed because "b" }',
  'define requirement watch "Watch" { severity low applies to component needs watched because "b" }',
  'define profile p "P" { includes seal, watch }',
].join('\n');

async function reviewed(files: Readonly<Record<string, string>>): Promise<Assessment[]> {
  const workspace = await createWorkspace({ 'catalogue.meter': catalogue, ...files }, { catalogue: false });
  const problems = workspace.shared.workspace.LangiumDocuments.all.toArray().flatMap(({ diagnostics }) => diagnostics ?? []);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 1).map(({ message }) => message),
    [],
  );
  return workspace.shared.meter.Designs.all().map((architecture) => review(architecture, '2026-11-24'));
}

const design = (...lines: string[]) => ['design d { profile p }', ...lines].join('\n');

function read(text: string): Baseline {
  const baseline = readBaseline(text);
  assert.ok(!('fault' in baseline), 'fault' in baseline ? faultWords(baseline.fault) : '');
  return baseline;
}

const fileOf = ({ architecture }: Assessment) => architecture.files[0]!.replace('file:///ws/', '');

/** `there`: what stands on the disk when `after` is reviewed, which may be a part of it. */
async function compare(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, there = after) {
  const baseline = read(writeBaseline(await reviewed(before), '0.1.0', fileOf));
  const comparison = compareWithBaseline(baselineDesigns(await reviewed(after), fileOf), baseline, (file) => Object.hasOwn(there, file));
  const told = [...comparison.statuses].map(([{ id, state, severity }, { against, was, newRequirement }]) =>
    [
      id,
      state,
      severity,
      against,
      ...(was === undefined ? [] : [`was ${was.state} ${was.severity}`]),
      ...(newRequirement ? ['new requirement'] : []),
    ].join(' '),
  );
  return {
    told: told.sort(),
    gone: comparison.gone.map(({ id }) => id),
    elsewhere: comparison.elsewhere,
    words: comparisonWords(comparison),
  };
}

describe('a baseline', () => {
  it('is a file with a line for each requirement and finding, sorted, the same whatever the order of the files', async () => {
    const files = { 'a.meter': design('component b is thing', 'component a is thing { uses wax control watched }') };
    const expected = [
      '{',
      '  "schema": "meterlint-baseline/1",',
      '  "version": "0.1.0",',
      '  "requirements": [',
      '    "seal",',
      '    "watch"',
      '  ],',
      '  "files": [',
      '    "a.meter"',
      '  ],',
      '  "findings": [',
      '    { "id": "d/seal/a", "file": "a.meter", "state": "weak", "severity": "medium" },',
      '    { "id": "d/seal/b", "file": "a.meter", "state": "missing", "severity": "medium" },',
      '    { "id": "d/watch/b", "file": "a.meter", "state": "missing", "severity": "low" }',
      '  ]',
      '}',
      '',
    ].join('\n');
    assert.equal(writeBaseline(await reviewed(files), '0.1.0', fileOf), expected);
    const two = await reviewed({ ...files, 'b.meter': design('component c is thing').replace('design d', 'design a') });
    assert.equal(writeBaseline(two, '1', fileOf), writeBaseline([...two].reverse(), '1', fileOf));
  });

  it('is empty where nothing was found or reviewed, and reads back', () => {
    assert.match(writeBaseline([], '0.1.0', fileOf), /"requirements": \[\],\n {2}"files": \[\],\n {2}"findings": \[\]\n\}\n$/);
    assert.deepEqual(read(writeBaseline([], '0.1.0', fileOf)), { version: '0.1.0', requirements: [], files: [], findings: [] });
  });

  it('knows every finding that it holds, wherever it moved in the text', async () => {
    const before = { 'a.meter': design('component b is thing', 'component a is thing') };
    const after = { 'a.meter': `// moved\n\n${design('component a is thing', 'component b is thing')}` };
    assert.deepEqual(await compare(before, after), {
      told: [
        'd/seal/a missing medium known was missing medium',
        'd/seal/b missing medium known was missing medium',
        'd/watch/a missing low known was missing low',
        'd/watch/b missing low known was missing low',
      ],
      gone: [],
      elsewhere: 0,
      words: '0 new, 0 worse, 4 known, 0 gone',
    });
  });

  it('tells what is new, worse, better and gone; a renamed element is gone and new', async () => {
    const { told, gone, words } = await compare(
      {
        'a.meter': design(
          'component a is thing { uses wax control watched }',
          'component b is thing',
          'component c is thing { control watched }',
          'component old is thing',
        ),
      },
      {
        'a.meter': design(
          'component a is thing { control watched }',
          'component b is thing { uses wax }',
          'component c is thing { loud = yes control watched }',
          'component fresh is thing { control sealed }',
        ),
      },
    );
    assert.deepEqual(told, [
      'd/seal/a missing medium worse was weak medium',
      'd/seal/b weak medium known was missing medium',
      'd/seal/c missing high worse was missing medium',
      'd/watch/b missing low known was missing low',
      'd/watch/fresh missing low new',
    ]);
    assert.deepEqual(gone, ['d/seal/old', 'd/watch/old']);
    assert.equal(words, '1 new, 2 worse, 2 known, 2 gone');
  });

  it('takes a finding as new again when the decision that covered it is over or gone', async () => {
    const accepted = design('component a is thing { control watched }', 'accept seal on a until 2026-11-24 because "x"');
    const { told } = await compare({ 'a.meter': accepted }, { 'a.meter': accepted.replace('2026-11-24', '2026-11-23') });
    assert.deepEqual(told, ['d/seal/a missing medium new']);
  });

  it('labels findings of requirements that the catalogue did not have', async () => {
    const one = { 'a.meter': design('component a is thing') };
    const [known] = await reviewed(one);
    const baseline: Baseline = {
      version: '0.0.9',
      requirements: ['watch'],
      findings: [{ id: 'd/watch/a', state: 'missing', severity: 'low' }],
    };
    const comparison = compareWithBaseline(baselineDesigns([known!], fileOf), baseline, () => true);
    assert.deepEqual(
      [...comparison.statuses].map(([{ id }, { against, newRequirement }]) => [id, against, newRequirement]),
      [
        ['d/seal/a', 'new', true],
        ['d/watch/a', 'known', false],
      ],
    );
    assert.equal(
      comparisonWords(comparison),
      '1 new (1 of requirements that the catalogue of 0.0.9 did not have), 0 worse, 1 known, 0 gone',
    );
  });

  it('uses a line once where two designs have one name', async () => {
    const both = {
      'a.meter': design('component a is thing { control watched }'),
      'b/a.meter': design('component a is thing { control watched }'),
    };
    const { told, words } = await compare({ 'a.meter': both['a.meter'] }, both);
    assert.deepEqual(told, ['d/seal/a missing medium known was missing medium', 'd/seal/a missing medium new']);
    assert.equal(words, '1 new, 0 worse, 1 known, 0 gone');
    assert.equal((await compare(both, both)).words, '0 new, 0 worse, 2 known, 0 gone');
  });

  it('compares two designs of one name each with its own file', async () => {
    const weak = design('component a is thing { uses wax control watched }');
    const missing = design('component a is thing { control watched }');
    const { words } = await compare({ 'a.meter': missing, 'b.meter': weak }, { 'a.meter': weak, 'b.meter': missing });
    assert.equal(words, '0 new, 1 worse, 1 known, 0 gone');
  });

  it('takes a design of a known name in another file as new while the known one stands where it stood, and as moved where it does not', async () => {
    const one = design('component a is thing { control watched }');
    const known = { 'a/d.meter': one };
    const other = { 'b/d.meter': one };
    assert.equal(
      (await compare(known, other, { ...known, ...other })).words,
      '1 new, 0 worse, 0 known, 0 gone; 1 more known in designs that are not reviewed here',
    );
    assert.equal((await compare(known, other)).words, '0 new, 0 worse, 1 known, 0 gone');
    // A file that the baseline saw without a finding is no place that something moved to.
    const sound = design('component a is thing { control watched control sealed }');
    assert.equal(
      (await compare({ ...known, 'b/d.meter': sound }, other)).words,
      '1 new, 0 worse, 0 known, 0 gone; 1 more known in designs that are not reviewed here',
    );
  });

  it('reads lines without a file, of former versions, as those of any design of their name, the worst for the worst', async () => {
    const weak = design('component a is thing { uses wax control watched }');
    const missing = design('component a is thing { control watched }');
    const former: Baseline = {
      version: '0.0.9',
      requirements: ['seal', 'watch'],
      findings: [
        { id: 'd/seal/a', state: 'weak', severity: 'medium' },
        { id: 'd/seal/a', state: 'missing', severity: 'medium' },
      ],
    };
    const designs = baselineDesigns(await reviewed({ 'a.meter': missing, 'b.meter': weak }), fileOf);
    assert.equal(comparisonWords(compareWithBaseline(designs, former, () => true)), '0 new, 0 worse, 2 known, 0 gone');
  });

  it('does not call gone what was not reviewed', async () => {
    const other = design('component z is thing { control watched }').replace('design d', 'design other');
    const before = { 'a.meter': design('component a is thing { control watched }'), 'b.meter': other };
    const { gone, elsewhere, words } = await compare(before, {
      'a.meter': design('component a is thing { control watched control sealed }'),
    });
    assert.deepEqual([gone, elsewhere], [['d/seal/a'], 1]);
    assert.equal(words, '0 new, 0 worse, 0 known, 1 gone; 1 more known in designs that are not reviewed here');
  });
});

describe('a baseline file that is none', () => {
  const good = { schema: 'meterlint-baseline/1', version: '0.1.0', requirements: [], findings: [] as unknown[] };
  const finding: KnownFinding = { id: 'd/r/e', state: 'weak', severity: 'low' };
  const wrong: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    ['empty', '', /^is not JSON, perhaps only half of it is there\. `meterlint baseline` writes one$/],
    ['cut off', JSON.stringify(good).slice(0, 40), /^is not JSON/],
    ['a list', '[]', /^is no baseline of Meterlint/],
    ['null', 'null', /^is no baseline of Meterlint/],
    ['of another tool', '{ "version": 2 }', /^is no baseline of Meterlint/],
    ['with the schema of another tool', '{ "schema": "other/1" }', /^is no baseline of Meterlint/],
    ['a report', '{ "schema": "meterlint-findings/1" }', /^is no baseline but meterlint-findings\/1/],
    [
      'newer',
      '{ "schema": "meterlint-baseline/2" }',
      /^has the form meterlint-baseline\/2, and this version of Meterlint reads meterlint-baseline\/1/,
    ],
    ['without version', JSON.stringify({ ...good, version: 1 }), /"version" is not a text/],
    ['without requirements', JSON.stringify({ ...good, requirements: [1] }), /"requirements" is not a list of ids/],
    ['without paths of files', JSON.stringify({ ...good, files: [1] }), /"files" is not a list of paths/],
    ['without findings', JSON.stringify({ ...good, findings: {} }), /"findings" is not a list/],
    [
      'with a wrong state',
      JSON.stringify({ ...good, findings: [finding, { ...finding, state: 'met' }] }),
      /entry 2 of "findings" is not an object/,
    ],
    ['with a wrong severity', JSON.stringify({ ...good, findings: [{ ...finding, severity: 9 }] }), /entry 1 of "findings"/],
    ['with a file that is no path', JSON.stringify({ ...good, findings: [{ ...finding, file: 7 }] }), /entry 1 of "findings"/],
    ['with nothing', JSON.stringify({ ...good, findings: [null] }), /entry 1 of "findings"/],
    ['in conflict', `<<<<<<< ours\n${JSON.stringify(good)}\n=======\n>>>>>>> theirs\n`, /^holds a merge that was not resolved/],
  ];
  for (const [what, text, message] of wrong) {
    it(`says so: ${what}`, () => {
      const result = readBaseline(text);
      assert.ok('fault' in result);
      assert.match(faultWords(result.fault), message);
    });
  }

  it('reads one with a byte order mark, CRLF and further fields', () => {
    const text = `\uFEFF${JSON.stringify({ ...good, findings: [{ ...finding, note: 'x' }], more: 1 }, undefined, 2).replaceAll('\n', '\r\n')}`;
    assert.deepEqual(readBaseline(text), { version: '0.1.0', requirements: [], findings: [finding] });
  });
});
