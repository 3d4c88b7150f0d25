import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { binary, inFolder, meterlint } from '../support/cli.js';
import { catalogue, design } from '../support/metering.js';

const files = {
  'catalogue.meter': catalogue,
  'one.meter': design('one', Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c${index}`, '']))),
};
const isRoot = process.getuid?.() === 0;

/** Runs with a standard output, or as a user, of its own. */
function run(args: readonly string[], cwd: string, options: { readonly stdout?: number; readonly uid?: number }) {
  return new Promise<{ code: number | null; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [binary, ...args], {
      cwd,
      stdio: ['ignore', options.stdout ?? 'ignore', 'pipe'],
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    let err = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, err });
    });
  });
}

describe('a report that cannot be written', () => {
  it('leaves the old one and no part of the new one on a disk that is full', async function () {
    // A full disk of one's own takes the right to mount one.
    if (!isRoot || process.platform !== 'linux') return this.skip();
    await inFolder(files, async (folder) => {
      const disk = path.join(folder, 'disk');
      mkdirSync(disk);
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
      } catch {
        return this.skip();
      }
      try {
        writeFileSync(path.join(disk, 'out.json'), 'old');
        for (const verb of [
          ['check', '--format', 'json', '--output', 'disk/out.json'],
          ['export', '--format', 'json', '--output', 'disk/out.json'],
        ]) {
          const { code, err } = await meterlint(verb, folder);
          assert.equal(code, 2);
          assert.match(err, /cannot write disk\/out\.json: the disk is full/);
          assert.deepEqual(readdirSync(disk), ['out.json']);
          assert.equal(readFileSync(path.join(disk, 'out.json'), 'utf8'), 'old');
        }
      } finally {
        execFileSync('umount', [disk]);
      }
    });
  });

  it('says that the standard output is full', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    await inFolder(files, async (folder) => {
      const full = openSync('/dev/full', 'w');
      const { code, err } = await run(['check'], folder, { stdout: full });
      closeSync(full);
      assert.deepEqual([code, err], [2, 'meterlint: cannot write the standard output: the disk is full\n']);
    });
  });

  it('leaves nothing in a folder that may not be written to', async function () {
    // Root may write everywhere: the process runs as somebody else.
    if (!isRoot || process.platform !== 'linux') return this.skip();
    await inFolder({ ...files, 'shut/old.json': 'old' }, async (folder) => {
      chmodSync(folder, 0o755);
      chmodSync(path.join(folder, 'shut'), 0o555);
      for (const args of [
        ['check', '--format', 'json', '--output', 'shut/old.json'],
        ['baseline', '--output', 'shut/new.json'],
      ]) {
        const { code, err } = await run(args, folder, { uid: 65_534 });
        assert.equal(code, 2, err);
        assert.match(err, /cannot write shut\/\w+\.json: access is denied/);
        assert.deepEqual(readdirSync(path.join(folder, 'shut')), ['old.json']);
        assert.equal(readFileSync(path.join(folder, 'shut/old.json'), 'utf8'), 'old');
      }
    });
  });

  it('leaves a folder of that name alone', async () => {
    await inFolder({ ...files, 'out.json/keep': 'x' }, async (folder) => {
      const { code, err } = await meterlint(['baseline', '--output', 'out.json'], folder);
      assert.equal(code, 2);
      assert.match(err, /cannot write out\.json: it is a folder/);
      assert.deepEqual(readdirSync(folder).sort(), ['catalogue.meter', 'one.meter', 'out.json']);
    });
  });
});
