import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { binary, inFolder, meterlint } from '../support/cli.js';
import { TestClient } from '../support/client.js';
import { root } from '../support/workspace.js';

const design =
  'define profile one { includes authz-rbac }\ndesign d { profile one }\ncomponent mdms is meter-data-management\nlink l: mdms -> hes\n';
const rest = 'component hes is network-management-system { control role-based-access by role-directory }\nflow f: mdms -> hes\n';

/** What an editor does first: the handshake, a file, and its findings; then the end. */
async function speaks(command: readonly string[]): Promise<void> {
  await inFolder({ 'a.meter': design + rest }, async (folder) => {
    const client = new TestClient(folder, command);
    const { serverInfo, capabilities } = await client.start();
    assert.equal(serverInfo?.name, 'Meterlint');
    assert.ok(capabilities.codeActionProvider !== undefined);
    await client.open('a.meter', design + rest);
    const found = await client.until('a finding', client.uri('a.meter'), (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['authz-rbac'],
    );
    await client.stop();
    assert.equal(client.exitCode, 0);
  });
}

describe('meterlint lsp', () => {
  it('speaks the protocol over stdio, with and without the option', async () => {
    await speaks([binary(), 'lsp', '--stdio']);
    await speaks([binary(), 'lsp']);
  });

  it('ends when the editor goes without a word', () => {
    const { status, stdout } = spawnSync(process.execPath, [binary(), 'lsp', '--stdio'], { input: '', encoding: 'utf8' });
    assert.equal(status, 1);
    assert.equal(stdout, '');
  });

  it('takes nothing else', async () => {
    const { code, err } = await meterlint(['lsp', '--sdtio'], root);
    assert.equal(code, 2);
    assert.match(err, /unknown option '--sdtio'; did you mean '--stdio'\?/);
  });

  it('and all else works from the npm package', async () => {
    await inFolder({}, async (folder) => {
      // The build has been made: packing must not make it again.
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      execFileSync(npm, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root, stdio: 'pipe' });
      const [archive] = readdirSync(folder);
      mkdirSync(path.join(folder, 'out'));
      execFileSync('tar', ['-xzf', path.join(folder, archive!), '-C', path.join(folder, 'out')]);
      const unpacked = path.join(folder, 'out/package');
      const main = path.join(unpacked, 'dist/cli/main.mjs');
      await speaks([main, 'lsp', '--stdio']);
      const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { cwd: unpacked, encoding: 'utf8' });
      assert.equal(run('check', 'examples/hardened.meter', '--date', '2026-11-24', '--fail-on', 'none').status, 0);
      assert.match(run('explain', 'comm-integrity').stdout, /comm-integrity/);
      assert.ok(readdirSync(path.join(unpacked, 'docs/man')).includes('meterlint.1'));
    });
  });
});
