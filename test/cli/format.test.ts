import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { binary, inFolder, meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

const loose = 'zone   office is   back-office // kept\ncomponent mdms is meter-data-management   in office\n';
const styled = 'zone office is back-office // kept\ncomponent mdms is meter-data-management in office\n';
const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8');

function withInput(input: string, args: readonly string[] = []) {
  return spawnSync(process.execPath, [binary(), 'format', '--stdin', ...args], { input, cwd: root, encoding: 'utf8' });
}

describe('meterlint format', () => {
  it('writes the one style, lists what it changed, and then has nothing to do', async () => {
    const files = { 'a.meter': loose, 'b/c.meter': `\uFEFF${loose.replaceAll('\n', '\r\n')}`, 'done.meter': styled };
    await inFolder(files, async (folder) => {
      const checked = await meterlint(['format', '--check'], folder);
      assert.deepEqual([checked.code, checked.out, checked.err], [1, 'a.meter\nb/c.meter\n', '']);
      assert.equal(read(folder, 'a.meter'), loose);
      const first = await meterlint(['format'], folder);
      assert.deepEqual([first.code, first.out, first.err], [0, 'a.meter\nb/c.meter\n', '']);
      assert.equal(read(folder, 'a.meter'), styled);
      assert.equal(read(folder, 'b/c.meter'), `\uFEFF${styled.replaceAll('\n', '\r\n')}`);
      assert.deepEqual(readdirSync(folder).sort(), ['a.meter', 'b', 'done.meter']);
      const second = await meterlint(['format'], folder);
      assert.deepEqual([second.code, second.out], [0, '']);
      assert.equal((await meterlint(['format', '--check', '.'], folder)).code, 0);
    });
  });

  it('leaves a file with errors of syntax as it is, says where, and formats the others', async () => {
    await inFolder({ 'a.meter': loose, 'bad.meter': 'zone   ( x\n', 'end.meter': 'zone' }, async (folder) => {
      const { code, out, err } = await meterlint(['format'], folder);
      assert.deepEqual([code, out], [2, 'a.meter\n']);
      assert.match(err, /^meterlint: bad\.meter:1:8: Expected a name here/m);
      assert.match(err, /^meterlint: end\.meter:1:5: This line is not finished\. Missing after 'zone'/m);
      assert.equal(read(folder, 'bad.meter'), 'zone   ( x\n');
    });
  });

  it('formats the standard input for editors, and prints nothing where it cannot', () => {
    const good = withInput(`\uFEFF${loose}`);
    assert.deepEqual([good.status, good.stdout, good.stderr], [0, `\uFEFF${styled}`, '']);
    const check = withInput(loose, ['--check']);
    assert.deepEqual([check.status, check.stdout], [1, '']);
    assert.equal(withInput(styled, ['--check']).status, 0);
    const bad = withInput('zone ( x');
    assert.deepEqual([bad.status, bad.stdout], [2, '']);
    assert.match(bad.stderr, /^meterlint: standard input:1:6: /);
    assert.equal(withInput('').stdout, '');
    assert.match(withInput('', ['a.meter']).stderr, /format takes paths or --stdin, not both/);
  });

  it('says what it cannot read', async () => {
    await inFolder({ 'latin.meter': Buffer.from('zone stra\xDFe is back-office', 'latin1') }, async (folder) => {
      const latin = await meterlint(['format'], folder);
      assert.equal(latin.code, 2);
      assert.match(latin.err, /cannot read .*latin\.meter: it is not UTF-8 text/);
      assert.equal((await meterlint(['format', 'nowhere'], folder)).code, 2);
    });
  });
});
