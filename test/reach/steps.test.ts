import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reachOf, type Firing } from '../../reach/index.js';
import { createWorkspace } from '../support/workspace.js';
import { reviewOf } from '../support/reviewed.js';

/**
 * `open.meter` has a place for each step, `closed.meter` the same with a control against each that can be stopped. `// fires STEP on ELEMENT`: it can
 * be taken; `// stopped STEP on ELEMENT by CONTROL on ELEMENT, ...`: it surely cannot, and why.
 */
const folder = path.join(import.meta.dirname, 'steps');

describe('the steps of the catalogue', () => {
  for (const name of ['open.meter', 'closed.meter']) {
    it(`are taken and stopped in ${name} as its lines say`, async () => {
      const { text, firings } = await fixture(name);
      const expected = [...text.matchAll(/^\/\/ ((?:fires|stopped) .+)$/gm)].map(([, line]) => line!);
      assert.deepEqual([...new Set(firings.map(told))].sort(), [...new Set(expected)].sort());
    });
  }

  it('all are taken in the first, and stopped in the second where anything stops them', async () => {
    const { steps } = (await createWorkspace({})).shared.meter.Designs.catalogue();
    const open = (await fixture('open.meter')).firings.filter(({ stoppedBy }) => stoppedBy.length === 0);
    const closed = (await fixture('closed.meter')).firings;
    const names = (list: readonly Firing[]) => [...new Set(list.map(({ step }) => step.name))].sort();
    assert.deepEqual(names(open), [...steps.keys()].sort());
    const stoppable = [...steps.values()].filter(({ unless }) => unless.length > 0).map(({ name }) => name);
    const stopped = names(closed.filter(({ stoppedBy }) => stoppedBy.length > 0));
    assert.deepEqual(stopped, stoppable.sort());
    const left = names(closed.filter(({ stoppedBy }) => stoppedBy.length === 0));
    assert.deepEqual(
      left.filter((name) => stoppable.includes(name)),
      [],
      'a step that can be stopped is taken all the same',
    );
  });
});

function told({ step, subject, stoppedBy }: Firing): string {
  return stoppedBy.length === 0 ? `fires ${step.name} on ${subject}` : `stopped ${step.name} on ${subject} by ${stoppedBy.join(', ')}`;
}

async function fixture(name: string): Promise<{ text: string; firings: readonly Firing[] }> {
  const text = readFileSync(path.join(folder, name), 'utf8');
  const { assessments } = await reviewOf({ [name]: text });
  return { text, firings: reachOf(assessments[0] ?? assert.fail()).steps.all };
}
