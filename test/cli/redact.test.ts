import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';

const design = [
  'design zqsecret "zqtitle" { profile x1332-core owner "zqowner" }',
  'zone zqoffice is back-office',
  'component zqmdms "zqtitle2" is meter-data-management in zqoffice',
  'accept authz-rbac on zqmdms because "zqreason"',
].join('\n');
const day = ['--date', '2026-11-24', '--fail-on', 'none'];

interface Key {
  readonly schema: string;
  readonly salt: string;
  readonly names: Readonly<Record<string, string>>;
}

describe('--redact', () => {
  it('makes a key that only its owner reads, and keeps the pseudonyms from run to run and format to format', async () => {
    await inFolder({ 'zqfile.meter': design }, async (folder) => {
      const check = (...args: string[]) => meterlint(['check', ...day, '--redact', 'key.json', ...args], folder);
      const first = await check();
      assert.equal(first.code, 0, first.err);
      assert.doesNotMatch(first.out, /zq/);
      assert.match(first.out, /^file-[0-9a-f]{6}\.meter:3:1 .*component-[0-9a-f]{6}/m);
      const file = path.join(folder, 'key.json');
      if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
      const text = readFileSync(file, 'utf8');
      const key = JSON.parse(text) as Key;
      assert.equal(key.schema, 'meterlint-redaction-key/1');
      assert.match(key.salt, /^[0-9a-f]{32}$/);
      assert.ok(Object.values(key.names).includes('zqmdms'));
      assert.equal((await check()).out, first.out);
      assert.equal(readFileSync(file, 'utf8'), text);
      const [mdms] = Object.entries(key.names).find(([, name]) => name === 'zqmdms')!;
      const exported = await meterlint(['export', '--date', '2026-11-24', '--redact', 'key.json', '--format', 'json'], folder);
      assert.equal(exported.code, 0, exported.err);
      assert.doesNotMatch(exported.out, /zq/);
      assert.ok(exported.out.includes(mdms));
      writeFileSync(path.join(folder, 'zqmore.meter'), 'component zqnew is relay\n');
      assert.ok((await check()).out.includes(mdms));
      const grown = JSON.parse(readFileSync(file, 'utf8')) as Key;
      for (const [pseudonym, name] of Object.entries(key.names)) assert.equal(grown.names[pseudonym], name);
      assert.ok(Object.values(grown.names).includes('zqnew'));
    });
  });

  it('tells a baseline without names, and fails as without', async () => {
    await inFolder({ 'a.meter': design }, async (folder) => {
      await meterlint(['baseline', '--date', '2026-11-24'], folder);
      writeFileSync(path.join(folder, 'a.meter'), `${design}\ncomponent zqadded is meter-data-management in zqoffice\n`);
      const args = ['check', '--date', '2026-11-24', '--baseline', 'meterlint-baseline.json'];
      const plain = await meterlint(args, folder);
      const redacted = await meterlint([...args, '--redact', 'key.json'], folder);
      assert.equal(plain.code, 1);
      assert.equal(redacted.code, 1);
      assert.match(plain.out, /zqadded/);
      assert.doesNotMatch(redacted.out, /zq/);
      const standing = /against the baseline: .*/;
      assert.equal(standing.exec(redacted.out)?.[0], standing.exec(plain.out)?.[0]);
    });
  });

  it('refuses a key that is none before it tells anything, and leaves the file alone', async () => {
    await inFolder({ 'a.meter': design, 'key.json': '{ "schema": "other" }' }, async (folder) => {
      const { code, out, err } = await meterlint(['check', '--redact', 'key.json'], folder);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /key\.json is no key of a redaction\. Name a key that --redact wrote, or a file that is not there yet/);
      assert.equal(readFileSync(path.join(folder, 'key.json'), 'utf8'), '{ "schema": "other" }');
      const design2 = await meterlint(['export', '--format', 'csv', '--redact', 'a.meter'], folder);
      assert.equal(design2.code, 2);
      assert.match(design2.err, /--redact a\.meter would overwrite a design/);
      assert.equal(readFileSync(path.join(folder, 'a.meter'), 'utf8'), design);
    });
  });

  it('refuses one file for key and report, and tells nothing where the key cannot be written', async () => {
    await inFolder({ 'a.meter': design }, async (folder) => {
      const one = await meterlint(['export', '--format', 'csv', '--redact', 'x.json', '--output', './x.json'], folder);
      assert.equal(one.code, 2);
      assert.match(one.err, /--redact and --output name one file/);
      const nowhere = await meterlint(['check', '--redact', 'no/such/key.json'], folder);
      assert.equal(nowhere.code, 2);
      assert.equal(nowhere.out, '');
      assert.match(nowhere.err, /cannot write no\/such\/key\.json: there is no such file or folder/);
    });
  });
});
