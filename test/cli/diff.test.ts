import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inFolder, meterlint } from '../support/cli.js';
import { both, catalogue, design } from '../support/metering.js';

const bad = design('one', { a: 'loud = yes control watched' });
const good = design('one', { a: both });
const day = ['--date', '2026-11-24'];

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

describe('meterlint diff', () => {
  it('compares two files or folders, and exits by what got worse', async () => {
    await inFolder(
      { 'old/catalogue.meter': catalogue, 'old/one.meter': good, 'new/catalogue.meter': catalogue, 'new/one.meter': bad },
      async (folder) => {
        const worse = await meterlint(['diff', 'old', 'new', ...day], folder);
        assert.deepEqual([worse.code, worse.err], [1, '']);
        assert.equal(
          worse.out,
          "design one\n  worse   seal on component 'a': met -> ▲ high missing (Seal it)\n\n1 worse, 0 accepted or excluded, 0 better\n",
        );
        assert.equal((await meterlint(['diff', 'old', 'new', '--fail-on', 'critical', ...day], folder)).code, 0);
        const better = await meterlint(['diff', 'new', 'old', ...day], folder);
        assert.deepEqual([better.code, better.out.split('\n').at(-2)], [0, '0 worse, 0 accepted or excluded, 1 better']);
        const markdown = await meterlint(['diff', 'old', 'new', '--format', 'markdown', '--output', 'out.md', ...day], folder);
        assert.deepEqual([markdown.code, markdown.out], [1, '']);
      },
    );
  });

  it('compares Git revisions without touching the work tree', async () => {
    await inFolder(
      { 'designs/catalogue.meter': catalogue, 'designs/one.meter': good, 'designs/.hidden/x.meter': 'component (' },
      async (folder) => {
        git(folder, 'init', '-q', '-b', 'main');
        git(folder, 'add', '-A');
        git(folder, 'commit', '-q', '-m', 'good');
        git(folder, 'tag', 'v1');
        writeFileSync(path.join(folder, 'designs/one.meter'), bad);
        git(folder, 'commit', '-q', '-a', '-m', 'bad');
        rmSync(path.join(folder, 'designs/one.meter'));
        const status = git(folder, 'status', '--porcelain');

        const expected =
          "design one\n  worse   seal on component 'a': met -> ▲ high missing (Seal it)\n\n1 worse, 0 accepted or excluded, 0 better\n";
        for (const [old, now, cwd] of [
          ['v1', 'main', folder],
          ['v1:', 'HEAD:designs', folder],
          ['v1:designs/', 'HEAD:./', `${folder}/designs`],
          ['v1:./one.meter', 'main:designs/one.meter', `${folder}/designs`],
        ] as const) {
          const { code, out, err } = await meterlint(['diff', old, now, ...day], cwd);
          // A single file sees what its project defines, in a revision as in the work tree.
          assert.deepEqual([code, out, err], [1, expected, ''], `${old} ${now}`);
        }
        assert.equal(git(folder, 'status', '--porcelain'), status);

        writeFileSync(path.join(folder, 'designs/one.meter'), good);
        const tree = await meterlint(['diff', 'main', '.', ...day], folder);
        assert.deepEqual([tree.code, tree.out.split('\n').at(-2)], [0, '0 worse, 0 accepted or excluded, 1 better']);
      },
    );
  });

  it('takes a revision before the first design as one without any, as the pull request that brings it needs', async () => {
    await inFolder({ 'catalogue.meter': catalogue, 'one.meter': bad }, async (folder) => {
      git(folder, 'init', '--quiet');
      git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'nothing yet');
      const first = await meterlint(['diff', 'HEAD', '.', ...day], folder);
      assert.deepEqual([first.code, first.err], [1, '']);
      assert.match(first.out, /^design one \(added\)$/m);
      assert.equal((await meterlint(['diff', '.', 'HEAD', ...day], folder)).code, 0);
      const neither = await meterlint(['diff', 'HEAD', 'HEAD', ...day], folder);
      assert.deepEqual([neither.code, /neither 'HEAD' nor 'HEAD' has a \.meter file/.test(neither.err)], [2, true], neither.err);
      assert.equal((await meterlint(['diff', 'HEAD:designs', '.', ...day], folder)).code, 2, 'a path has to be there');
    });
  });

  it('says why Git reads nothing, such as a repository of another owner in a container', async () => {
    await inFolder({ 'catalogue.meter': catalogue, 'one.meter': bad }, async (folder) => {
      git(folder, 'init', '--quiet');
      const foreign = await meterlint(['diff', 'HEAD', '.', ...day], folder, { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' });
      assert.equal(foreign.code, 2);
      assert.match(foreign.err, /git does not read this folder: fatal: detected dubious ownership .*safe\.directory/);
      const none = await meterlint(['diff', 'HEAD', '.', ...day], folder, { PATH: folder });
      assert.match(none.err, /git does not read this folder: it is not installed/);
    });
  });

  it('says what it cannot read, and refuses what begins with a dash', async () => {
    await inFolder({ 'catalogue.meter': catalogue, 'one.meter': good, 'broken.meter': `${good}component ( x\n` }, async (folder) => {
      for (const [args, message] of [
        [['one.meter', 'nowhere'], /'nowhere' is neither a file or folder nor a revision that git knows here/],
        [['--', '--output=x', 'one.meter'], /'--output=x' begins with a dash/],
        [['one.meter'], /diff takes one old and one new: meterlint diff main \./],
        [['HEAD:../..', 'one.meter'], /is neither|leads out/],
        [['.', 'broken.meter'], /broken\.meter:\d+:\d+: an error hides a part/],
      ] as const) {
        const { code, err } = await meterlint(['diff', ...args], folder);
        assert.equal(code, 2, args.join(' '));
        assert.match(err, message);
      }
      git(folder, 'init', '-q');
      const fresh = await meterlint(['diff', 'HEAD', '.'], folder);
      assert.deepEqual([fresh.code, fresh.out], [2, '']);
      assert.match(fresh.err, /'HEAD' is neither/);
    });
  });
});
