import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
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
    const child = spawn(process.execPath, [binary(), ...args], {
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

describe('where a report goes', () => {
  const json = ['check', '--format', 'json', '--fail-on', 'none', '--output'];

  it('is a pipe or a device as it is, which no file takes the place of', async function () {
    if (process.platform === 'win32') return this.skip();
    await inFolder(files, async (folder) => {
      const pipe = path.join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const [{ code }, read] = await Promise.all([meterlint([...json, 'pipe'], folder), readFile(pipe, 'utf8')]);
      assert.equal(code, 0);
      assert.equal((JSON.parse(read) as { schema: string }).schema, 'meterlint-findings/1');
      assert.ok(lstatSync(pipe).isFIFO());
      const full = await meterlint([...json, '/dev/full'], folder);
      if (existsSync('/dev/full')) assert.match(full.err, /cannot write \/dev\/full: the disk is full/);
    });
  });

  it('is what a link leads to, and the link stays one', async function () {
    if (process.platform === 'win32') return this.skip();
    await inFolder({ ...files, 'deep/real.json': 'old' }, async (folder) => {
      const at = (name: string) => path.join(folder, name);
      symlinkSync('deep/real.json', at('link.json'));
      symlinkSync('deep/fresh.json', at('fresh.json'));
      symlinkSync('one.meter', at('design.json'));
      chmodSync(at('deep/real.json'), 0o640);
      for (const name of ['link.json', 'fresh.json']) {
        assert.equal((await meterlint([...json, name], folder)).code, 0);
        assert.ok(lstatSync(at(name)).isSymbolicLink());
        assert.match(readFileSync(at(name), 'utf8'), /meterlint-findings/);
      }
      assert.equal(lstatSync(at('deep/real.json')).mode & 0o777, 0o640, 'who may read it stays');
      const { code, err } = await meterlint([...json, 'design.json'], folder);
      assert.deepEqual([code, /would overwrite a /.test(err)], [2, true], err);
    });
  });

  it('is the standard output for -', async () => {
    await inFolder(files, async (folder) => {
      for (const args of [
        [...json, '-'],
        ['export', '--format', 'json', '--output=-'],
        ['diff', 'one.meter', '.', '--output', '-'],
      ]) {
        const { out } = await meterlint(args, folder);
        assert.ok(out.length > 0, args.join(' '));
      }
      assert.deepEqual(readdirSync(folder).sort(), ['catalogue.meter', 'one.meter']);
    });
  });

  it('is never a file that the report is made from', async () => {
    const given = { ...files, 'one.txt': files['one.meter'], 'list.txt': 'one.txt\n', 'meterlint.json': '{}' };
    await inFolder(given, async (folder) => {
      await meterlint(['baseline', '--output', 'known.json'], folder);
      for (const args of [
        ['check', 'one.txt', 'catalogue.meter', '--output', './one.txt'],
        ['check', '@list.txt', '--output', 'list.txt'],
        ['check', '--output', 'meterlint.json'],
        ['check', '--baseline', 'known.json', '--output', 'known.json'],
        ['export', '--format', 'csv', 'one.txt', '--output', 'one.txt'],
        ['graph', '--design', 'one', 'one.txt', '--output', 'one.txt'],
        ['diff', 'one.txt', 'one.meter', '--output', 'one.txt'],
        ['baseline', '--output', 'meterlint.json'],
      ]) {
        const before = readFileSync(path.join(folder, args.at(-1)!), 'utf8');
        const { code, err } = await meterlint(args, folder);
        assert.equal(code, 2, args.join(' '));
        assert.match(err, /--output \S+ would overwrite a file that the report is made from; choose another name/, args.join(' '));
        assert.equal(readFileSync(path.join(folder, args.at(-1)!), 'utf8'), before);
      }
      await meterlint(['check', '--shard', '1/1', '--format', 'json', '--output', 'part.json'], folder);
      const merged = await meterlint(['merge', 'part.json', '--format', 'json', '--output', 'part.json'], folder);
      assert.equal(merged.code, 2, merged.err);
    });
  });

  it('holds no draft when the user stops it while it is written', async function () {
    if (process.platform === 'win32') return this.skip();
    // A mechanism that a fix may write: a bare control is nobody's to claim.
    const sound = `${catalogue}\ndefine mechanism resin "Resin" on component { provides sealed }`;
    await inFolder({ ...files, 'catalogue.meter': sound, 'interrupt.cjs': interrupt }, async (folder) => {
      for (const [args, left] of [
        [
          ['export', '--format', 'json', '--output', 'out.json'],
          ['catalogue.meter', 'interrupt.cjs', 'one.meter'],
        ],
        [['fix'], ['catalogue.meter', 'interrupt.cjs', 'one.meter']],
      ] as const) {
        const child = spawn(process.execPath, ['--require', './interrupt.cjs', binary(), ...args], { cwd: folder, stdio: 'ignore' });
        const signal = await new Promise((resolve) =>
          child.on('close', (_code, by) => {
            resolve(by);
          }),
        );
        assert.equal(signal, 'SIGINT', args.join(' '));
        assert.deepEqual(readdirSync(folder).sort(), left);
      }
    });
  });
});

/** Stops the process, as Ctrl+C does, at the moment when a draft is there and has not its name yet. */
const interrupt = `
const fs = require('node:fs/promises');
fs.rename = () => {
  process.kill(process.pid, 'SIGINT');
  return new Promise((resolve) => setTimeout(resolve, 60_000));
};
require('node:module').syncBuiltinESMExports();
`;
