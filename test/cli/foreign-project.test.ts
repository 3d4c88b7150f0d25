import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';
import { both, catalogue, design } from '../support/metering.js';

// A checked-out project comes with settings that somebody else wrote: those of Git and those of `meterlint.json`.
const files = { 'catalogue.meter': catalogue, 'one.meter': design('one', { a: both }) };
const settings = (text: object) => ({ 'meterlint.json': JSON.stringify(text) });

function git(folder: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder });
}

/** Settings with which reading what a partial clone lacks, or looking at the work tree, starts a command. */
const commands: Readonly<Record<string, (touch: string, source: string) => readonly (readonly [string, string])[]>> = {
  'the other side of a local remote': (touch, source) => [
    ['remote.origin.url', source],
    ['remote.origin.uploadpack', `${touch}; git-upload-pack`],
  ],
  'a transport that is a command, allowed by name': (touch) => [
    ['remote.origin.url', `ext::sh -c ${touch.replaceAll(' ', '% ')}`],
    ['protocol.ext.allow', 'always'],
  ],
  'the program for ssh': (touch) => [
    ['remote.origin.url', 'ssh://127.0.0.1/nowhere'],
    ['core.sshCommand', touch],
  ],
  'the watcher of files': (touch) => [['core.fsmonitor', touch]],
  'a helper for passwords': (touch) => [
    ['remote.origin.url', 'https://127.0.0.1:9/nowhere'],
    ['credential.helper', `!${touch}`],
  ],
};

describe('a repository of somebody else', () => {
  for (const [what, configure] of Object.entries(commands)) {
    it(`runs no command of its configuration: ${what}`, async () => {
      await inFolder({ 'source/catalogue.meter': catalogue, 'source/one.meter': design('one', { a: both }) }, async (folder) => {
        const source = path.join(folder, 'source');
        git(source, 'init', '-q', '-b', 'main');
        git(source, 'config', 'uploadpack.allowFilter', 'true');
        git(source, 'add', '-A');
        git(source, 'commit', '-q', '-m', 'one');
        git(folder, 'clone', '-q', '--no-local', '--filter=blob:none', '--no-checkout', `file://${source}`, 'clone');
        const clone = path.join(folder, 'clone');
        const mark = path.join(folder, 'ran');
        for (const [name, value] of configure(`touch ${mark}`, source)) git(clone, 'config', name, value);
        writeFileSync(path.join(clone, 'one.meter'), files['one.meter']);
        writeFileSync(path.join(clone, 'catalogue.meter'), catalogue);
        const { code, out, err } = await meterlint(['diff', 'HEAD', '.'], clone);
        assert.equal(existsSync(mark), false, 'a command ran');
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, /is not all in this clone, and nothing is fetched: `git fetch --refetch` brings it/);
      });
    });
  }
});

describe('settings of somebody else', () => {
  it('lead baseline, check and merge to no file outside of their folder, by no way', async () => {
    const told = /meterlint\.json: "baseline" leads out of the project/;
    await inFolder({ ...files, 'outside/known.json': 'mine' }, (folder) => {
      const project = path.join(folder, 'project');
      mkdirSync(project);
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(project, name), text);
      symlinkSync('../outside', path.join(project, 'link'));
      symlinkSync('../outside/new.json', path.join(project, 'dangling.json'));
      symlinkSync('circle.json', path.join(project, 'circle.json'));
      return (async () => {
        for (const baseline of [
          '../outside/known.json',
          path.join(folder, 'outside/known.json'),
          'link/known.json',
          'link/new.json',
          'dangling.json',
          'circle.json',
        ]) {
          writeFileSync(path.join(project, 'meterlint.json'), JSON.stringify({ baseline }));
          for (const verb of baseline.startsWith('link') ? ['baseline'] : ['baseline', 'check']) {
            const { code, err } = await meterlint([verb], project);
            assert.equal(code, 2, `${verb} ${baseline}`);
            assert.match(err, told);
          }
        }
        assert.equal(readFileSync(path.join(folder, 'outside/known.json'), 'utf8'), 'mine');
        assert.equal(existsSync(path.join(folder, 'outside/new.json')), false);
        writeFileSync(path.join(project, 'meterlint.json'), JSON.stringify({ baseline: 'known/../known.json' }));
        assert.equal((await meterlint(['baseline'], project)).code, 0);
        assert.equal((await meterlint(['baseline', '--output', '../outside/known.json'], project)).code, 0, 'whoever names it may');
      })();
    });
  });

  it('are read where they are a file of their size, with patterns that a project can need', async () => {
    await inFolder(files, async (folder) => {
      execFileSync('mkfifo', [path.join(folder, 'meterlint.json')]);
      const pipe = await meterlint(['check'], folder);
      assert.deepEqual([pipe.code, /cannot read meterlint\.json: it is not a file/.test(pipe.err)], [2, true], pipe.err);
    });
    await inFolder({ ...files, 'meterlint.json': `{"profile":"${'x'.repeat(1_000_000)}"}` }, async (folder) => {
      assert.match((await meterlint(['check'], folder)).err, /cannot read meterlint\.json: it is larger than 1 MB/);
    });
    const patterns = Array.from({ length: 501 }, (_, at) => `**/x${at}/*a*`);
    await inFolder({ ...files, ...settings({ exclude: patterns }) }, async (folder) => {
      assert.match((await meterlint(['check'], folder)).err, /"exclude" takes 500 patterns at most, and has 501/);
    });
  });
});
