import assert from 'node:assert/strict';
import { requirementsOf } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

describe('the profile x1332-core', () => {
  it('is exactly what of x1332 can be critical or high, in its order', async () => {
    const workspace = await createWorkspace({});
    const catalogue = workspace.shared.meter.Designs.catalogue();
    const severe = requirementsOf(['x1332'], catalogue).filter(({ severity }) =>
      [...severity.branches.map((branch) => branch.severity), severity.otherwise].some((one) => one === 'critical' || one === 'high'),
    );
    assert.deepEqual(
      requirementsOf(['x1332-core'], catalogue).map(({ name }) => name),
      severe.map(({ name }) => name),
    );
  });
});
