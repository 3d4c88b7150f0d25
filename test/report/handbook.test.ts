import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { handbook, handbookAddress } from '../../report/handbook.js';
import { requirementsOf } from '../../review/index.js';
import { createWorkspace, root } from '../support/workspace.js';

const folder = path.join(root, 'docs', 'catalogue');

describe('the handbook', () => {
  it('in docs/catalogue is what the catalogue says; `npm run handbook` writes it', async () => {
    const { shared } = await createWorkspace({});
    const catalogue = shared.meter.Designs.catalogue();
    const pages = handbook(requirementsOf(['x1332'], catalogue), catalogue);
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort());
    for (const [file, text] of pages) assert.equal(readFileSync(path.join(folder, file), 'utf8'), text, file);
  });

  it('has an address for each requirement of the catalogue and none for the requirements of a workspace', async () => {
    const own = 'define requirement mine "Mine" { severity low applies to component { needs tamper-detection } }\n';
    const { shared } = await createWorkspace({ 'own.meter': own });
    const { requirements } = shared.meter.Designs.catalogue();
    assert.match(handbookAddress(requirements.get('key-hsm')) ?? '', /\/docs\/catalogue\/key-hsm\.md$/);
    assert.ok(requirements.has('mine'));
    assert.equal(handbookAddress(requirements.get('mine')), undefined);
  });
});
