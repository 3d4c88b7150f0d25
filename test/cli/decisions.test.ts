import assert from 'node:assert/strict';
import { inFolder, meterlint } from '../support/cli.js';
import { catalogue, design } from '../support/metering.js';

const files = {
  'catalogue.meter': catalogue,
  'one.meter': `import "decisions/board.meter"\n${design('one', { a: 'loud = yes control watched', b: 'loud = yes control watched' }, 'accept seal on a because "I say so"')}`,
  'decisions/board.meter': 'import "../one.meter"\naccept seal on b until 2027-06-30 because "replaced then" by "Ada"\n',
};
/** Errors and findings; warnings of small designs are of no interest here. */
const codesOf = (out: string) =>
  out
    .split('\n')
    .flatMap(
      (line) => /^(\S+?):\d+:\d+ (?:\S )?(error|critical|high|medium|low)(?: \(\w+\))? ([\w-]+)/.exec(line)?.slice(1).join(' ') ?? [],
    );

describe('meterlint check, on decisions', () => {
  it('counts decisions everywhere, and sums up which of them count', async () => {
    await inFolder(files, async (folder) => {
      const { code, out } = await meterlint(['check'], folder);
      assert.deepEqual([code, codesOf(out)], [0, []]);
      assert.match(out, /\n {2}decisions: 2 in force \(the next ends on 2027-06-30, 218 days left\)\n/);
    });
  });

  it('lets them count in the files of --decisions-from only: elsewhere they are errors, and what they covered is found', async () => {
    await inFolder(files, async (folder) => {
      const { code, out, err } = await meterlint(
        ['check', '--decisions-from', 'other/*', '--decisions-from', '{board,decisions}/**'],
        folder,
      );
      assert.deepEqual([code, err, codesOf(out)], [1, '', ['one.meter error decision-outside', 'one.meter high seal']]);
      assert.match(out, /in this project decisions count in 'other\/\*' or '\{board,decisions\}\/\*\*' only/);
      assert.match(out, /\n {2}decisions: 1 in force \(.*\), 1 refused\n/);
      assert.equal((await meterlint(['check', '--decisions-from', 'decisions', '--fail-on', 'none'], folder)).code, 0);
    });
  });

  it('shows with --ignore-decisions what is under all of them', async () => {
    await inFolder(files, async (folder) => {
      const { code, out } = await meterlint(['check', '--ignore-decisions'], folder);
      assert.deepEqual([code, codesOf(out)], [1, ['one.meter high seal', 'one.meter high seal']]);
      assert.doesNotMatch(out, /decisions:/);
    });
  });

  it('holds for reports, too: the pipeline that guards decisions does not export them as in force', async () => {
    await inFolder({ ...files, 'generated/two.meter': design('two', { c: 'loud = yes' }) }, async (folder) => {
      const told = async (...args: string[]) => {
        const { out } = await meterlint(['export', '--format', 'csv', '--date', '2026-11-24', ...args], folder);
        return [...out.matchAll(/^(\w+),(seal),.*?,missing,(\w)/gm)].map(([, ...parts]) => parts.join(' '));
      };
      const exclude = ['--exclude', 'generated/**'];
      assert.deepEqual(await told(...exclude), []);
      assert.deepEqual(await told(), ['two seal c']);
      assert.deepEqual(await told(...exclude, '--decisions-from', 'decisions/**'), ['one seal a']);
      assert.deepEqual(await told(...exclude, '--ignore-decisions'), ['one seal a', 'one seal b']);
    });
  });

  it('tells in a report how findings stand against a baseline, which does not change the exit code', async () => {
    await inFolder({ 'catalogue.meter': catalogue, 'one.meter': design('one', { a: 'loud = yes control watched' }) }, async (folder) => {
      await meterlint(['baseline', '--output', 'known.json'], folder);
      const { code, out } = await meterlint(['export', '--format', 'sarif', '--baseline', 'known.json'], folder);
      assert.deepEqual([code, out.includes('"baselineState": "unchanged"')], [0, true]);
      const broken = await meterlint(['export', '--format', 'sarif', '--baseline', 'one.meter'], folder);
      assert.deepEqual([broken.code, broken.out], [2, '']);
    });
  });

  it('refuses patterns that are none', async () => {
    await inFolder(files, async (folder) => {
      for (const glob of ['/etc/**', '../x', '!x', '(a+)+', 'a\\b', '*a*a*a*b']) {
        const { code, out, err } = await meterlint(['check', '--decisions-from', glob], folder);
        assert.deepEqual([code, out], [2, '']);
        assert.ok(err.startsWith(`meterlint: --decisions-from '${glob}' `), err);
      }
    });
  });

  it("reads the project's patterns from meterlint.json, relative to its folder; the option goes before them", async () => {
    const project = { 'meterlint.json': '{ "decisionsFrom": ["designs/decisions/**"] }', '.git/HEAD': '' };
    const below = Object.fromEntries(Object.entries(files).map(([file, text]) => [`designs/${file}`, text]));
    await inFolder({ ...project, ...below }, async (folder) => {
      for (const cwd of [folder, `${folder}/designs`]) {
        const { code, out } = await meterlint(['check'], cwd);
        assert.deepEqual([code, codesOf(out).length], [1, 2], cwd);
      }
      const own = await meterlint(['check', '--decisions-from', 'one.meter', '--decisions-from', 'decisions'], `${folder}/designs`);
      assert.equal(own.code, 0);
    });
  });
});
