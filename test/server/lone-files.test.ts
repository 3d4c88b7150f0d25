import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { reviewRequest, type ReviewSummary } from '../../server/protocol.js';
import { TestClient } from '../support/client.js';

const design = 'import "zones.meter"\ndesign town {\n}\ncomponent meter is smart-meter in home\ncomponent hes is head-end in far\n';

describe('a file that is opened without its folder', () => {
  let folder: string;
  let client: TestClient;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'meterlint-lone-'));
    mkdirSync(path.join(folder, 'deep'));
    writeFileSync(path.join(folder, 'town.meter'), design);
    writeFileSync(path.join(folder, 'zones.meter'), 'import "deep/more.meter"\nzone home is customer-premises\n');
    writeFileSync(path.join(folder, 'deep', 'more.meter'), 'zone far is head-end-dmz\n');
    writeFileSync(path.join(folder, 'other.meter'), 'design other {\n}\n');
    writeFileSync(path.join(folder, '..', `${path.basename(folder)}.meter`), 'zone outside is operations\n');
    symlinkSync(path.join(folder, '..', `${path.basename(folder)}.meter`), path.join(folder, 'link.meter'));
    mkdirSync(`${folder}-beside`);
    writeFileSync(path.join(`${folder}-beside`, 'in.meter'), 'zone beside is operations\n');
    symlinkSync(`${folder}-beside`, path.join(folder, 'linked'));
    client = new TestClient(folder);
    await client.start(false);
  });
  after(async () => {
    await client.stop();
    rmSync(path.join(folder, '..', `${path.basename(folder)}.meter`));
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}-beside`, { recursive: true, force: true });
  });

  const uri = (file: string) => client.uri(file);
  const codes = (file: string) => new Set((client.published(uri(file)) ?? []).map(({ code }) => String(code)));
  const designs = async () => (await client.request<ReviewSummary>(reviewRequest)).designs.map(({ name }) => name);

  it('sees what it imports, also through others, and nothing else of the folder', async () => {
    await client.open('town.meter', design);
    const wrong = ['import-missing', 'unknown-name'];
    await client.until(
      'all names',
      uri('town.meter'),
      (found) => found.length > 0 && !found.some(({ code }) => wrong.includes(String(code))),
    );
    assert.deepEqual(await designs(), ['town']);
  });

  it('is told of what is not there, and follows no link', async () => {
    await client.change('town.meter', `import "nowhere.meter"\nimport "link.meter"\nimport "linked/in.meter"\n${design}`);
    const missing = (found: readonly { code?: unknown }[]) => found.filter(({ code }) => code === 'import-missing').length;
    await client.until('all three', uri('town.meter'), (found) => missing(found) === 3);
    await client.change('town.meter', design);
    await client.until('none', uri('town.meter'), (found) => missing(found) === 0);
  });

  it('sees an imported file as it is typed, and as it is saved once that is closed', async () => {
    await client.open('zones.meter', 'zone house is customer-premises\n');
    await client.until('the other name', uri('town.meter'), (found) => found.some(({ code }) => code === 'unknown-name'));
    await client.close('zones.meter');
    await client.until('all names', uri('town.meter'), (found) => !found.some(({ code }) => code === 'unknown-name'));
  });

  it('takes along what it imported when it is closed', async () => {
    await client.close('town.meter');
    await client.until('nothing', uri('town.meter'), (found) => found.length === 0);
    assert.deepEqual(await designs(), []);
    for (const file of ['zones.meter', 'deep/more.meter']) assert.deepEqual(codes(file), new Set(), file);
  });
});
