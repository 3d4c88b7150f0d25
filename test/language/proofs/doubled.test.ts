import assert from 'node:assert/strict';
import { reportsNoMore } from '../../../language/semantics/proofs/doubled.js';
import { createWorkspace } from '../../support/workspace.js';

describe('what is proven of two requirements', () => {
  it('is found out for each one of the built-in catalogue, however long its conditions: it reports no more than itself', async () => {
    const workspace = await createWorkspace({ 'design.meter': 'design d' });
    const { catalogue } = workspace.shared.meter.Designs.all()[0]!;
    const asking = [...catalogue.requirements.values()].filter(({ rules }) => rules.every(({ needs }) => needs.length > 0));
    assert.ok(asking.length > 100);
    assert.deepEqual(
      asking.filter((one) => !reportsNoMore(one, one, catalogue)).map(({ name }) => name),
      [],
    );
  });
});
