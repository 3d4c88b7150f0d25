import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { inFolder } from '../support/cli.js';
import { root } from '../support/workspace.js';

const passes = `node -e "console.log('this is fine')"`;
const fails = `node -e "console.error('this is wrong'); process.exit(3)"`;
const killed = `node -e "process.kill(process.pid, 'SIGKILL')"`;

describe('checks that run beside each other', () => {
  const run = (scripts: Readonly<Record<string, string>>, ...names: readonly string[]) =>
    inFolder({ 'package.json': JSON.stringify({ scripts }) }, (cwd) => {
      const { status, stdout } = spawnSync(process.execPath, [path.join(root, 'tools/side-by-side.mjs'), ...names], {
        cwd,
        encoding: 'utf8',
      });
      return Promise.resolve({ status, stdout });
    });

  it('pass when all of them do', async () => {
    const { status, stdout } = await run({ one: passes, two: passes, three: passes }, 'one', 'two', 'three');
    assert.equal(status, 0);
    for (const name of ['one', 'two', 'three']) assert.match(stdout, new RegExp(`^${name}: passed in \\d+ s\nthis is fine$`, 'm'));
  });

  it('fail when one fails, which is shown with what it said, and the others are run all the same', async () => {
    const { status, stdout } = await run({ one: fails, two: passes, three: passes }, 'one', 'two', 'three');
    assert.equal(status, 1);
    assert.match(stdout, /^one: FAILED in \d+ s\nthis is wrong$/m);
    for (const name of ['two', 'three']) assert.match(stdout, new RegExp(`^${name}: passed in `, 'm'));
  });

  it('fail when one is killed, or is no script', async () => {
    assert.equal((await run({ one: killed, two: passes }, 'one', 'two')).status, 1);
    assert.equal((await run({ two: passes }, 'one', 'two')).status, 1);
  });
});
