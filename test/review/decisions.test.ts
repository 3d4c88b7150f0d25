import assert from 'node:assert/strict';
import { decisionProblems } from '../../report/decisions.js';
import { review } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

const fragment = 'zone street is neighbourhood-network\nexclude avail-fail-state on box because "no switch"\n';
const design = (name: string, kind: string, decision = '') =>
  `import "street.meter"\ndesign ${name} {}\ncomponent box is ${kind} in street { remote-switch = breaker }\n${decision}\n`;

async function marks(files: Record<string, string>, date: string): Promise<string[]> {
  const workspace = await createWorkspace(files);
  const assessments = workspace.shared.meter.Designs.all().map((architecture) => review(architecture, date));
  return decisionProblems(assessments, workspace.shared.meter.Designs.sources()).map(
    ({ code, range }) => `${code} ${range.uri.split('/').at(-1)}:${range.startLine + 1}`,
  );
}

describe('a decision that does nothing', () => {
  const accepted = design('one', 'smart-meter', 'accept fw-signed on box until 2027-06-30 because "replaced then"');

  it('is not marked while it is in force, its last day included', async () => {
    assert.deepEqual(await marks({ 'street.meter': fragment, 'one.meter': accepted }, '2027-06-30'), []);
  });

  it('is marked as past on the day after, and what it covered is reported again', async () => {
    assert.deepEqual(await marks({ 'street.meter': fragment, 'one.meter': accepted }, '2027-07-01'), ['decision-past one.meter:4']);
  });

  it('is marked where nothing that it names is open', async () => {
    const idle = design('one', 'smart-meter', 'accept priv-dpia on box because "done elsewhere"');
    assert.deepEqual(await marks({ 'street.meter': fragment, 'one.meter': idle }, '2026-01-01'), ['decision-without-effect one.meter:4']);
  });

  it('stays unmarked in a fragment as long as one of the designs needs it', async () => {
    const files = { 'street.meter': fragment, 'one.meter': design('one', 'smart-meter'), 'two.meter': design('two', 'relay') };
    assert.deepEqual(await marks(files, '2026-01-01'), []);
    assert.deepEqual(await marks({ ...files, 'one.meter': design('one', 'relay') }, '2026-01-01'), [
      'decision-without-effect street.meter:2',
    ]);
  });
});

describe('a decision that lacks what a profile demands', () => {
  const house = 'define profile house { extends x1332 accept needs until, by }\n';
  const strict = (decision: string) => `${house}design one { profile house }\ncomponent box is smart-meter\n${decision}\n`;

  async function told(files: Record<string, string>, date: string, profiles?: readonly string[]): Promise<string[]> {
    const workspace = await createWorkspace(files);
    const assessments = workspace.shared.meter.Designs.all().map((architecture) => review(architecture, date, profiles));
    const states = assessments.map(
      ({ results }) => results.find(({ requirement, element }) => requirement === 'fw-signed' && element === 'box')?.state,
    );
    return [
      ...states,
      ...decisionProblems(assessments, workspace.shared.meter.Designs.sources()).map(
        ({ code, severity, message }) => `${severity} ${code} ${message}`,
      ),
    ].map(String);
  }

  it('has no effect, and is told what to add', async () => {
    assert.deepEqual(await told({ 'one.meter': strict('accept fw-signed on box because "x"') }, '2026-11-24'), [
      'missing',
      "error decision-incomplete This accept has no effect: profile 'house' demands a last day and who decided. Add 'until DATE' and 'by \"...\"'.",
    ]);
    assert.deepEqual(await told({ 'one.meter': strict('accept fw-signed on box until 2027-06-30 because "x"') }, '2026-11-24'), [
      'missing',
      "error decision-incomplete This accept has no effect: profile 'house' demands who decided. Add 'by \"...\"'.",
    ]);
  });

  it('counts with all of it, up to its day, and an exclusion counts without', async () => {
    const whole = strict('accept fw-signed on box until 2027-06-30 because "x" by "Ada"');
    assert.deepEqual(await told({ 'one.meter': whole }, '2026-11-24'), ['accepted']);
    assert.match((await told({ 'one.meter': whole }, '2027-07-01')).join('; '), /^missing; warning decision-past /);
    assert.deepEqual(await told({ 'one.meter': strict('exclude fw-signed on box because "x"') }, '2026-11-24'), ['excluded']);
  });

  it('counts in a review against another profile, and only there', async () => {
    const files = { 'one.meter': strict('accept fw-signed on box because "x"') };
    assert.deepEqual(await told(files, '2026-11-24', ['x1332']), ['accepted']);
    const own = { 'one.meter': files['one.meter'].replace('profile house }\ncomponent', 'profile x1332 }\ncomponent') };
    assert.match((await told(own, '2026-11-24', ['house'])).join('; '), /^missing; error decision-incomplete /);
  });

  it('is told of a fragment where one design demands it, although another lets it count', async () => {
    const files = {
      'part.meter': 'component box is smart-meter\naccept fw-signed on box because "x"\n',
      'a.meter': `import "part.meter"\n${house}design a { profile house }\n`,
      'b.meter': 'import "part.meter"\ndesign b {}\n',
    };
    const [a, b, ...problems] = await told(files, '2026-11-24');
    assert.deepEqual([a, b, problems.length], ['missing', 'accepted', 1]);
    assert.match(problems[0]!, /^error decision-incomplete /);
  });

  it('is found file by file as for all of them, with one walk over the results of each review', async () => {
    const idle = (index: number) => `exclude avail-fail-state on box because "no switch ${index}"\n`;
    const names = Array.from({ length: 20 }, (_, index) => `more${index}.meter`);
    const files = Object.fromEntries(names.map((name, index) => [name, `import "one.meter"\n${idle(index)}`]));
    const one = names.map((name) => `import "${name}"\n`).join('') + design('one', 'relay');
    const workspace = await createWorkspace({ ...files, 'street.meter': fragment, 'one.meter': one });
    const { sources, designs } = workspace.snapshot;
    let read = 0;
    const assessments = designs.map((architecture) => {
      const assessment = review(architecture, '2026-01-01');
      const results = assessment.results.map((result) => ({
        ...result,
        get decision() {
          return (read++, result.decision);
        },
      }));
      return { ...assessment, results };
    });
    const all = decisionProblems(assessments, sources);
    assert.equal(all.length, names.length + 1);
    const uris = workspace.snapshot.documents.map(({ uri }) => uri.toString());
    const apart = uris.flatMap((uri) => decisionProblems(assessments, sources, uri));
    const told = (problems: typeof all) => problems.map(({ code, range }) => `${range.uri} ${range.startLine} ${code}`).sort();
    assert.deepEqual(told(apart), told(all));
    assert.equal(
      read,
      assessments.reduce((sum, { results }) => sum + results.length, 0),
    );
  });
});
