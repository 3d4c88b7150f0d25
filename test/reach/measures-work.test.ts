import assert from 'node:assert/strict';
import { largeDesign } from '../../bench/design.js';
import { inquiriesOf } from '../../reach/index.js';
import { review } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

it('what stops a step is looked for among the measures of its element: twice the design is twice the work', async () => {
  const workOn = async (size: number): Promise<number> => {
    const { snapshot } = await createWorkspace({ 'large.meter': largeDesign(size) });
    return inquiriesOf(review(snapshot.designs[0]!, '2026-11-24')).measures.now().work;
  };
  const [small, large] = [await workOn(40), await workOn(80)];
  assert.ok(small > 100, String(small));
  assert.ok(large < 2.2 * small, `${small} and ${large}`);
});
