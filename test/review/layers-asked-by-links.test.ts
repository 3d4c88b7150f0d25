import assert from 'node:assert/strict';
import { fixesFor, review } from '../../review/index.js';
import { applied } from '../support/fixed.js';
import { createWorkspace, syntaxErrors } from '../support/workspace.js';

const catalogue = `
define component trusted-end-point "Trusted end point"
define component box "Box"
define control lock on link, flow
define control guard on link, flow
define mechanism seal "Seal" on link, flow { provides lock }
define mechanism tape "Tape" on link, flow { provides guard }
define data record "Record"
define requirement safe "Safe" { severity high applies to link where from trusted-end-point needs lock on every flow }
define profile plain "Plain" { includes safe }
`;

const design = (layer: string) => `design plan { profile plain }
data one is record
component meter is box
component head is trusted-end-point
component store is trusted-end-point
link up: meter -> head
link bus: head -> store
flow reading: meter -> head -> store carries one ${layer}
`;

async function reviewed(text: string) {
  const workspace = await createWorkspace({ 'own.meter': catalogue, 'plan.meter': text }, { catalogue: false });
  assert.deepEqual(syntaxErrors(workspace), []);
  const [architecture] = workspace.shared.meter.Designs.all();
  return { assessment: review(architecture!, '2026-11-24'), sources: workspace.shared.meter.Designs.sources() };
}

describe('a mechanism that a link asks of the flows over it', () => {
  for (const layer of ['', 'over tape', 'over tape from meter to head', 'over tape to head', 'over tape from head']) {
    it(`covers that link, also between trusted end points, beside '${layer}'`, async () => {
      const text = design(layer);
      const { assessment, sources } = await reviewed(text);
      const [finding, ...others] = assessment.findings;
      assert.deepEqual([finding?.id, others], ['plan/safe/bus', []]);
      const [fix] = fixesFor(finding!, assessment, sources).filter(({ kind }) => kind === 'mechanism');
      assert.deepEqual((await reviewed(applied(text, fix!))).assessment.findings, [], applied(text, fix!));
    });
  }
});
