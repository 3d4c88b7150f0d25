import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { diffReviews, isWorseFrom } from '../../history/diff.js';
import { diffJson } from '../../report/diff-json.js';
import { diffMarkdown, inert } from '../../report/diff-markdown.js';
import { diffText } from '../../report/diff-text.js';
import { review, type Assessment } from '../../review/index.js';
import { createWorkspace, root } from '../support/workspace.js';

// A catalogue of its own, so that every change is known by hand; `tight` refines `seal`, and asks nothing of what is not kept tight.
const catalogue = [
  'define component thing "Thing"',
  'define attribute tight "Tight" on component : yes | no default no',
  'define attribute loud "Loud" on component : yes | no default no',
  'define control sealed "Sealed" on component',
  'define control watched "Watched" on component',
  'define mechanism wax "Wax" on component { weak sealed because "it melts" }',
  'define requirement seal "Seal it" { severity high where loud = yes else medium applies to component needs sealed because "b" }',
  'define requirement watch "Watch it" { severity low applies to component needs watched because "b" }',
  'define requirement tight "Seal it tightly" { severity critical applies to component where tight = yes needs sealed because "b" refines seal }',
  'define profile p "P" { includes seal, watch, tight }',
].join('\n');

const design = (name: string, ...lines: string[]) => [`design ${name} { profile p }`, ...lines].join('\n');

async function reviewed(...designs: readonly string[]): Promise<Assessment[]> {
  const files = Object.fromEntries(designs.map((text, index) => [`${index}.meter`, text]));
  const workspace = await createWorkspace({ 'catalogue.meter': catalogue, ...files }, { catalogue: false });
  return workspace.shared.meter.Designs.all().map((architecture) => review(architecture, '2026-11-24'));
}

const fileOf = ({ architecture }: Assessment) => architecture.files[0]!;
const diffOf = async (old: readonly string[], now: readonly string[]) =>
  diffReviews(await reviewed(...old), await reviewed(...now), { old: fileOf, now: fileOf });
const lines = async (old: readonly string[], now: readonly string[]) => diffText(await diffOf(old, now)).split('\n');

const met = (name: string) => `component ${name} is thing { control sealed control watched }`;

describe('the difference of two reviews', () => {
  it('tells what got worse and better, the worst first, with elements that came and went', async () => {
    const old = design(
      'd',
      met('a'),
      'component b is thing { uses wax control watched }',
      'component c is thing { control watched }',
      met('gone'),
    );
    const now = design(
      'd',
      'component fresh is thing { control sealed }',
      'component a is thing { uses wax control watched }',
      met('b'),
      'component c is thing { loud = yes control watched }',
    );
    assert.deepEqual(await lines([old], [now]), [
      'design d',
      '  added   component fresh',
      '  removed component gone',
      "  worse   seal on component 'c': ◆ medium missing -> ▲ high missing (Seal it)",
      "  worse   seal on component 'a': met -> ◆ medium weak (Seal it)",
      "  worse   watch on component 'fresh': not there -> ● low missing (Watch it)",
      "  better  seal on component 'b': ◆ medium weak -> met (Seal it)",
      '',
      '3 worse, 0 accepted or excluded, 1 better',
      '',
    ]);
  });

  it('says nothing of what stands as before, wherever it moved', async () => {
    const old = design('d', 'component a is thing', 'component b is thing { uses wax }');
    const now = `// moved\n${design('d', 'component b is thing { uses wax }', 'component a is thing')}`;
    assert.deepEqual(await lines([old], [now]), ['Nothing changed.', '']);
    assert.deepEqual(await lines([old], [design('d', 'component a is thing', 'component b is thing { uses wax }', met('c'))]), [
      'design d',
      '  added   component c',
      '',
      'No requirement stands otherwise than before.',
      '',
    ]);
  });

  it('tells apart what was repaired and what somebody accepted, and takes a decision that ended as worse', async () => {
    const open = design('d', 'component a is thing { control watched }');
    const accepted = `${open}\naccept seal on a until 2026-11-24 because "x"`;
    assert.deepEqual(
      (await lines([open], [accepted]))[1],
      "  decided seal on component 'a': ◆ medium missing -> ◆ medium accepted (Seal it)",
    );
    assert.deepEqual(
      (await lines([accepted], [open]))[1],
      "  worse   seal on component 'a': ◆ medium accepted -> ◆ medium missing (Seal it)",
    );
    assert.deepEqual(
      (await lines([accepted], [design('d', met('a'))]))[1],
      "  better  seal on component 'a': ◆ medium accepted -> met (Seal it)",
    );
    // Broken and accepted in one step: told, and no reason to fail.
    const diffs = await diffOf([design('d', met('a'))], [accepted]);
    assert.deepEqual(
      diffs[0]!.changes.map(({ direction }) => direction),
      ['decided'],
    );
    assert.equal(isWorseFrom(diffs, 'low'), false);
  });

  it('says nothing of a decision that stands as before, and tells one that takes the place of another', async () => {
    const open = design('d', 'component a is thing { control watched }');
    const accepted = `${open}\naccept seal on a until 2026-11-24 because "x"`;
    const excluded = `${open}\nexclude seal on a because "x"`;
    assert.deepEqual(await lines([accepted], [accepted]), ['Nothing changed.', '']);
    assert.deepEqual(await lines([excluded], [excluded]), ['Nothing changed.', '']);
    const [one, other] = [await lines([open], [excluded]), await lines([accepted], [excluded])];
    assert.equal(one[1], "  decided seal on component 'a': ◆ medium missing -> ◆ medium excluded (Seal it)");
    assert.equal(other[1], "  decided seal on component 'a': ◆ medium accepted -> ◆ medium excluded (Seal it)");
  });

  it('tells a gap once that several requirements have, by the one that reports it, whichever way it goes', async () => {
    const [open, closed] = ['tight = yes control watched', 'tight = yes control sealed control watched'].map((body) =>
      design('d', `component a is thing { ${body} }`),
    );
    assert.deepEqual((await lines([closed!], [open!])).slice(1, -3), [
      "  worse   tight on component 'a': met -> ■ critical missing (Seal it tightly)",
    ]);
    assert.deepEqual((await lines([open!], [closed!])).slice(1, -3), [
      "  better  tight on component 'a': ■ critical missing -> met (Seal it tightly)",
    ]);
  });

  it('compares designs by name, and two single ones whatever they are called', async () => {
    const one = design('one', 'component a is thing { control watched }');
    const two = design('two', met('a'));
    assert.deepEqual(await lines([one], [two]), [
      'design two (was one)',
      "  better  seal on component 'a': ◆ medium missing -> met (Seal it)",
      '',
      '0 worse, 0 accepted or excluded, 1 better',
      '',
    ]);
    assert.deepEqual(await lines([one, two], [two, design('three', 'component a is thing { control watched }')]), [
      'design three (added)',
      "  worse   seal on component 'a': not there -> ◆ medium missing (Seal it)",
      '',
      'design one (removed)',
      "  better  seal on component 'a': ◆ medium missing -> not there (Seal it)",
      '',
      '1 worse, 0 accepted or excluded, 1 better',
      '',
    ]);
    assert.deepEqual(await lines([], []), ['Nothing changed.', '']);
  });

  it('fails from the bar up, on what is missing or weak only', async () => {
    const medium = await diffOf([design('d', met('a'))], [design('d', 'component a is thing { control watched }')]);
    assert.deepEqual(
      (['critical', 'high', 'medium', 'low', 'info', 'none'] as const).map((bar) => isWorseFrom(medium, bar)),
      [false, false, true, true, true, false],
    );
    const planned = await diffOf(
      [design('d', met('a'))],
      [design('d', 'component a is thing { control sealed planned for 2027-01-01 control watched }')],
    );
    assert.deepEqual(
      planned[0]!.changes.map(({ direction, after }) => [direction, after?.state]),
      [['worse', 'planned']],
    );
    assert.equal(isWorseFrom(planned, 'low'), false);
  });

  it('is JSON by its schema', async () => {
    const schema = JSON.parse(readFileSync(path.join(root, 'docs/diff.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const old = [design('d', met('a'), met('b')), design('gone', met('a'))];
    const now = [design('d', 'component a is thing { control watched }', met('c')), design('fresh', met('a'))];
    const text = diffJson(await diffOf(old, now), { old: 'main', now: '.', date: '2026-11-24' });
    const told = JSON.parse(text) as { summary: unknown; designs: { name: string; changes: unknown[]; added: unknown[] }[] };
    assert.ok(validate(told), JSON.stringify(validate.errors));
    assert.deepEqual(told.summary, { worse: 1, decided: 0, better: 0 });
    assert.deepEqual(told.designs[0]!.changes, [
      {
        requirement: 'seal',
        title: 'Seal it',
        element: 'a',
        elementKind: 'component',
        direction: 'worse',
        before: { state: 'met', severity: 'medium' },
        after: { state: 'missing', severity: 'medium' },
      },
    ]);
    assert.deepEqual(told.designs[0]!.added, [{ name: 'c', elementKind: 'component' }]);
  });
});

describe('the difference as Markdown', () => {
  it('is a heading, the elements and a table', async () => {
    const diffs = await diffOf([design('d', met('a'))], [design('d', 'component a is thing { control watched }', met('b'))]);
    assert.deepEqual(diffMarkdown(diffs, 'main', 'a|b @team').split('\n'), [
      '## Meterlint: 1 worse, 0 accepted or excluded, 0 better',
      '',
      'From `main` to `a\\|b @team`.',
      '',
      '### Design `d`',
      '',
      'Added: component `b`.',
      '',
      '| | requirement | element | before | after |',
      '| --- | --- | --- | --- | --- |',
      '| ▲ worse | `seal` `Seal it` | component `a` | met | ◆ medium missing |',
      '',
    ]);
  });

  const hostile: readonly (readonly [text: string, shown: string])[] = [
    ['@team/security', '`@team/security`'],
    ['fixes #123', '`fixes #123`'],
    ['<img src=x onerror=alert(1)>', '`<img src=x onerror=alert(1)>`'],
    ['a | b', '`a \\| b`'],
    ['`code` ``', '``` `code` `` ```'],
    ['two\r\nlines\u2028three', '`two lines three`'],
    ['\u202Eevil\u202C\u200B', '`evil`'],
    ['[link](javascript:x)', '`[link](javascript:x)`'],
    ['', '`  `'],
    ['🔥'.repeat(300), `\`${'🔥'.repeat(200)}…\``],
  ];
  for (const [text, shown] of hostile) {
    it(`makes text inert: ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.equal(inert(text), shown);
    });
  }

  it('stays short enough for a comment, and says what it leaves out', async () => {
    const many = design('d', ...Array.from({ length: 150 }, (_, index) => `component c${index} is thing`));
    const text = diffMarkdown(await diffOf([design('d')], [many]), 'a', 'b');
    assert.equal(text.match(/^\| ▲ worse/gm)?.length, 200);
    assert.match(text, /^100 further changes are left out here/m);
    assert.match(text, / and 100 more\.$/m);
    const long = design('d', ...Array.from({ length: 150 }, (_, index) => `component ${'c'.repeat(190)}${index} is thing`));
    const longer = diffMarkdown(await diffOf([design('d')], [long]), 'a', 'b');
    assert.ok(longer.length < 65_536);
    assert.match(longer, /further changes are left out here/);
  });
});
