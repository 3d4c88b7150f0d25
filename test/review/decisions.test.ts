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
  return decisionProblems(assessments).map(({ code, range }) => `${code} ${range.uri.split('/').at(-1)}:${range.startLine + 1}`);
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
