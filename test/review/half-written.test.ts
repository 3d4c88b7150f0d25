import assert from 'node:assert/strict';
import { review } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

const requirement = `define requirement seals "Seals" {
    severity critical where carries key-material and retention > 3 months else high where is meter else low
    applies to link where (carries personal-data or not crosses zone) and at least 1 end is smart-meter
        needs encryption on link or on every flow that carries personal-data where over tls-1.3 inside ipsec
        needs (entity-authentication on both ends and not opened by meter) or retention < 13 months
    applies to flow where least retention of data in design >= 3 months and source not in public-network
        needs message-integrity across data-concentrator
    refines comm-integrity because "b" guidance "g"
}`;
const design = `design d { profile own }
define profile own { includes seals }
zone home is customer-premises
data p is interval-consumption { retention = 1 month }
component m is smart-meter in home
component h is head-end
link l: m -> h
flow f is scheduled-reading: m -> h carries p
`;

describe('a requirement that is being written', () => {
  it('is reviewed at every stage, whatever is still missing', async function () {
    const workspace = await createWorkspace({ 'd.meter': design, 'r.meter': requirement });
    let evaluated = 0;
    const [whole] = workspace.shared.meter.Designs.all();
    assert.deepEqual(
      review(whole!, '2027-03-15').results.map(({ element, state }) => `${element} ${state}`),
      ['l unknown', 'f not applicable'],
    );
    for (let end = 20; end < requirement.length; end += 3) {
      await workspace.update('r.meter', requirement.slice(0, end));
      for (const architecture of workspace.shared.meter.Designs.all()) evaluated += review(architecture, '2027-03-15').results.length;
    }
    assert.ok(evaluated > 0);
  });
});
