// Services that a design does not show: only where everybody who takes part is drawn, and never as a finding.
import assert from 'node:assert/strict';
import { unshownServices } from '../../summary/unshown-services.js';
import { createWorkspace } from '../support/workspace.js';

const catalogue = `
define component meter
define component valve is meter
define component desk
define component server
define component shop
define attribute switch on component : none | relay
define service reading { role meter is meter role server is server }
define service push is reading
define service asked is reading { role desk is desk role server is server role meter is meter }
define service quick-push is reading { role meter is meter role server is server }
define service cut { not for switch = none role desk is desk role meter "Meter" is meter }
define service bulk-cut is cut
define service sale { role shop is shop role server is server }
define service plain
`;

async function unshown(design: string): Promise<string[]> {
  const { snapshot } = await createWorkspace({ 'own.meter': catalogue, 'plan.meter': design }, { catalogue: false });
  const architecture = snapshot.designs.find(({ components }) => components.size > 0)!;
  return unshownServices(architecture).map(
    ({ service, roles }) => `${service.name}: ${roles.map(({ role, by }) => `${role.name} ${by.join('/')}`).join(', ')}`,
  );
}

const drawn = 'component m1 is meter component m2 is valve component d is desk component s is server link l: m1 <-> s link k: d <-> s\n';

describe('the services that a design does not show', () => {
  it('are those of which everybody is drawn; what builds on one is told with it, and nothing is told of who is missing', async () => {
    assert.deepEqual(await unshown(`design town ${drawn}`), ['reading: meter m1/m2, server s']);
  });

  it('are not those that a flow does, or a form of it; one that begins otherwise stands for itself', async () => {
    assert.deepEqual(await unshown(`design town ${drawn} flow f is push: m1 -> s`), ['asked: desk d, server s, meter m1/m2']);
  });

  it('end at somebody who states that he can do it', async () => {
    const cut = 'cut: desk d, meter m1/m2';
    const with_ = (setting: string) =>
      unshown(`design town ${drawn.replace('is valve', `is valve { switch = ${setting} }`)} flow f is asked: d -> s -> m1`);
    assert.deepEqual(await with_('relay'), [cut]);
    assert.deepEqual(await with_('none'), []);
  });
});
