import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TestClient } from '../support/client.js';

const design = 'import "parts/zones.meter"\ndesign town {\n}\ncomponent meter is smart-meter in home\n';
const zones = 'zone home is customer-premises\n';

describe('a file that vanishes from the disk while its text is open', () => {
  let folder: string;
  let client: TestClient;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'meterlint-gone-'));
    mkdirSync(path.join(folder, 'parts'));
    writeFileSync(path.join(folder, 'town.meter'), design);
    writeFileSync(path.join(folder, 'parts', 'zones.meter'), zones);
    client = new TestClient(folder);
    await client.start();
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const codes = (file: string) => (client.published(client.uri(file)) ?? []).map(({ code }) => String(code)).sort();

  for (const [what, gone] of [
    ['file by file', ['town.meter', 'parts/zones.meter']],
    ['with its folder', ['parts']],
  ] as const) {
    it(`keeps its findings and what others import from it, ${what}, until it is closed`, async () => {
      await client.open('town.meter', design);
      await client.open('parts/zones.meter', zones);
      await client.until('findings', client.uri('town.meter'), (found) => found.length > 0);
      const before = codes('town.meter');
      await client.watched(gone.map((file) => ({ uri: client.uri(file), type: 3 })));
      await client.change('town.meter', `${design}component hes is head-end in home\n`);
      await client.until('the new component', client.uri('town.meter'), (found) => found.length > before.length);
      assert.equal(codes('town.meter').includes('import-missing'), false);
      await client.change('town.meter', design);
      await client.until('what was there', client.uri('town.meter'), (found) => found.length === before.length);
      assert.deepEqual(codes('town.meter'), before);
    });
  }

  it('is gone for the others once it is closed', async () => {
    rmSync(path.join(folder, 'parts'), { recursive: true });
    await client.close('parts/zones.meter');
    await client.until('what is missing', client.uri('town.meter'), (found) => found.some(({ code }) => code === 'import-missing'));
  });
});
