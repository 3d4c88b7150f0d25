import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bashCompletions } from '../../cli/completions/bash.js';
import { fishCompletions } from '../../cli/completions/fish.js';
import { zshCompletions } from '../../cli/completions/zsh.js';
import { verbs } from '../../cli/verbs/index.js';
import { inFolder, meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

const scripts = { bash: bashCompletions(verbs), zsh: zshCompletions(verbs), fish: fishCompletions(verbs) } as const;
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What bash offers for a line, as readline would hand it over: the last word is being written. */
function bashOffers(words: readonly string[], cwd: string): string[] {
  const script = `${scripts.bash}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_meterlint
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('meterlint completions', () => {
  for (const shell of ['bash', 'zsh', 'fish'] as const) {
    it(`prints a script for ${shell} that the shell can read`, async function () {
      const { code, out, err } = await meterlint(['completions', shell], root);
      assert.deepEqual([code, err], [0, '']);
      assert.equal(out, scripts[shell]);
      for (const { name, options } of verbs) {
        assert.ok(out.includes(name), name);
        for (const option of Object.keys(options)) assert.match(out, new RegExp(`(--|-l )${option}\\b`));
      }
      if (!has(shell)) return this.skip();
      await inFolder({ script: out }, (folder) => {
        const read = spawnSync(shell, ['-n', path.join(folder, 'script')], { encoding: 'utf8' });
        assert.equal(read.status, 0, read.stderr);
        return Promise.resolve();
      });
    });
  }

  it('completes verbs, options, values and files in bash', async function () {
    if (!has('bash')) return this.skip();
    await inFolder({ 'a b.meter': '', 'other.txt': '' }, (folder) => {
      mkdirSync(path.join(folder, 'designs'));
      writeFileSync(path.join(folder, 'designs/c.meter'), '');
      const offers = (...words: string[]) => bashOffers(['meterlint', ...words], folder);
      assert.deepEqual(offers('che'), ['check']);
      assert.deepEqual(offers('--v'), ['--version']);
      assert.deepEqual(offers('check', '--fail'), ['--fail-on']);
      assert.deepEqual(offers('check', '--fail-on', ''), ['critical', 'high', 'medium', 'low', 'none']);
      assert.deepEqual(offers('check', '--color', '=', 'al'), ['always']);
      assert.deepEqual(offers('check', '--color', '='), ['auto', 'always', 'never']);
      assert.deepEqual(offers('check', ''), ['a b.meter', 'designs']);
      assert.deepEqual(offers('check', '--output', 'o'), ['other.txt']);
      assert.deepEqual(offers('list', 'requ'), ['requirements', 'requirement']);
      assert.deepEqual(offers('list', 'controls', 'a'), ['a b.meter']);
      assert.deepEqual(offers('completions', ''), ['bash', 'zsh', 'fish']);
      assert.deepEqual(offers('help', 'exp'), ['explain', 'export']);
      assert.deepEqual(offers('nonsense', ''), []);
      return Promise.resolve();
    });
  });

  it('completes verbs, options and values in fish', async function () {
    if (!has('fish')) return this.skip();
    await inFolder({ script: scripts.fish }, (folder) => {
      const offers = (line: string) =>
        spawnSync('fish', ['--no-config', '-c', `source script; complete -C '${line}'`], { cwd: folder, encoding: 'utf8' })
          .stdout.split('\n')
          .map((one) => one.split('\t')[0]!)
          .filter((one) => one !== '');
      assert.deepEqual(offers('meterlint che'), ['check']);
      assert.deepEqual(offers('meterlint check --fail'), ['--fail-on']);
      assert.deepEqual(offers('meterlint check --color al'), ['always']);
      assert.deepEqual(offers('meterlint list requ'), ['requirements']);
      return Promise.resolve();
    });
  });

  it('knows these shells only', async () => {
    const { code, err } = await meterlint(['completions', 'zshh'], root);
    assert.equal(code, 2);
    assert.match(err, /completions takes bash, zsh, fish, not 'zshh'; did you mean 'zsh'\?/);
  });
});

describe('the manual page', () => {
  it('has no mistake that the formatter knows', function () {
    if (!has('groff')) return this.skip();
    const page = path.join(root, 'docs/man/meterlint.1');
    const { status, stdout, stderr } = spawnSync('groff', ['-ww', '-man', '-Tascii', page], { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.match(stdout.replaceAll(/.\u0008/g, ''), /meterlint check/);
  });
});
