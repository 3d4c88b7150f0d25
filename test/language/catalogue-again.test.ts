import assert from 'node:assert/strict';
import { createWorkspace } from '../support/workspace.js';

describe('the catalogue of a workspace', () => {
  const design = 'import "own.meter"\ndesign town { profile own-profile }\ncomponent one is own-box\n';
  const own = 'define component own-box "Box"\ndefine profile own-profile { includes authz-rbac }\n';

  it('stays while designs are edited', async () => {
    const workspace = await createWorkspace({ 'own.meter': own, 'town.meter': design });
    const before = workspace.shared.meter.Designs.catalogue();
    await workspace.update('town.meter', `${design}component two is own-box\n`);
    assert.equal(workspace.shared.meter.Designs.catalogue(), before);
    assert.deepEqual([...workspace.shared.meter.Designs.all()[0]!.components.keys()], ['one', 'two']);
    await workspace.update('other.meter', 'design other { }\n');
    await workspace.update('other.meter', undefined);
    assert.equal(workspace.shared.meter.Designs.catalogue(), before);
  });

  it('is another one once a definition or a citation is written, changed or taken away', async () => {
    const workspace = await createWorkspace({ 'own.meter': own, 'town.meter': design });
    const catalogue = () => workspace.shared.meter.Designs.catalogue();
    assert.equal(catalogue().componentKinds.get('own-box')?.title, 'Box');
    await workspace.update('own.meter', own.replace('"Box"', '"Crate"'));
    assert.equal(catalogue().componentKinds.get('own-box')?.title, 'Crate');
    await workspace.update('town.meter', `${design}define component more "More"\n`);
    assert.equal(catalogue().componentKinds.get('more')?.title, 'More');
    await workspace.update('town.meter', design);
    assert.equal(catalogue().componentKinds.has('more'), false);
    const cited = () =>
      catalogue()
        .requirements.get('authz-rbac')!
        .see.some(({ clause }) => clause === 'our own');
    assert.equal(cited(), false);
    await workspace.update('town.meter', `${design}cite iec-62443-3-3 "our own" for authz-rbac\n`);
    assert.equal(cited(), true);
    await workspace.update('town.meter', undefined);
    assert.equal(cited(), false);
    await workspace.update('own.meter', undefined);
    assert.equal(catalogue().componentKinds.has('own-box'), false);
  });
});
