import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { inFolder } from '../support/cli.js';
import { root } from '../support/workspace.js';

const passes = "describe('one', () => { it('passes', () => {}); });";

describe('the runner of the unit tests', () => {
  const runs = (files: Readonly<Record<string, string>>) =>
    inFolder(files, (folder) => {
      const tests = Object.keys(files).map((file) => path.join(folder, file));
      const { status, stdout } = spawnSync(process.execPath, ['tools/unit-tests.mjs', ...tests], { cwd: root, encoding: 'utf8' });
      return Promise.resolve({ status, passing: /^ +(\d+) passing/m.exec(stdout)?.[1], failing: /^ +(\d+) failing/m.exec(stdout)?.[1] });
    });

  it('is content when all tests pass', async () => {
    assert.deepEqual(await runs({ 'one.test.mjs': passes, 'two.test.mjs': passes }), { status: 0, passing: '2', failing: undefined });
  });

  it('fails when a process ends before its tests, with success or killed', async () => {
    const ends = "describe('two', () => { it('ends', () => { process.exit(0); }); });";
    const killed = "describe('two', () => { it('is killed', () => { process.kill(process.pid, 'SIGKILL'); }); });";
    for (const dies of [ends, killed])
      assert.deepEqual(await runs({ 'one.test.mjs': passes, 'two.test.mjs': dies }), { status: 1, passing: '1', failing: '1' });
  });

  it('fails when a file cannot be loaded', async () => {
    const broken = "throw new Error('broken');";
    assert.deepEqual(await runs({ 'one.test.mjs': passes, 'two.test.mjs': broken }), { status: 1, passing: '1', failing: '1' });
  });
});
