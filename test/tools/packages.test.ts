import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { root } from '../support/workspace.js';

/** A copy of the sources as they stand here, elsewhere, with other rights of files. */
function copyOf(folder: string, rights: number): string {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of listed.split('\0').filter((name) => name !== '' && existsSync(path.join(root, name)))) {
    const copy = path.join(folder, file);
    mkdirSync(path.dirname(copy), { recursive: true });
    cpSync(path.join(root, file), copy);
    chmodSync(copy, rights);
  }
  symlinkSync(realpathSync(path.join(root, 'node_modules')), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** What is shipped of a copy: the extension, and the package of the command line. */
function packagesOf(folder: string, zone: string) {
  const npm = (...args: string[]) =>
    execFileSync('npm', args, {
      cwd: folder,
      env: { ...process.env, TZ: zone },
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
  npm('run', '--silent', 'package');
  npm('pack', '--ignore-scripts', '--silent');
  const read = (file: string) => readFileSync(path.join(folder, file));
  return { extension: read('dist/meterlint.vsix'), commandLine: read('meterlint-0.1.0.tgz'), folder };
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the packages that are shipped', function () {
  this.timeout(0);
  const place = mkdtempSync(path.join(tmpdir(), 'packages-'));
  let one: ReturnType<typeof packagesOf>;
  before(() => {
    one = packagesOf(copyOf(path.join(place, 'one'), 0o644), 'Asia/Tokyo');
  });
  after(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('have the same bytes wherever and whenever they are built', () => {
    const other = packagesOf(copyOf(path.join(place, 'further', 'away', 'other'), 0o664), 'America/Lima');
    assert.equal(hash(one.extension), hash(other.extension));
    assert.equal(hash(one.commandLine), hash(other.commandLine));
  });

  it('name no folder of the machine that built them', () => {
    for (const [name, bytes] of Object.entries(unzipSync(one.extension))) {
      assert.ok(!Buffer.from(bytes).includes(one.folder), `${name} names ${one.folder}`);
    }
  });
});
