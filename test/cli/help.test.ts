import assert from 'node:assert/strict';
import { verbs } from '../../cli/verbs/index.js';
import { meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

describe('help', () => {
  it('lists every verb with what it does', async () => {
    const { code, out, err } = await meterlint(['--help'], root);
    assert.equal(code, 0);
    assert.equal(err, '');
    for (const { name, summary } of verbs) {
      assert.ok(out.includes(`  meterlint ${name}`), name);
      assert.ok(out.replaceAll(/\s+/g, ' ').includes(summary), name);
    }
    for (const args of [['-h'], ['help'], []]) assert.equal((await meterlint(args, root)).out, out);
  });

  for (const { name, options, exits, examples } of verbs) {
    it(`tells of ${name} its options, examples and exit codes, in three ways`, async () => {
      const { code, out, err } = await meterlint([name, '--help'], root);
      assert.equal(code, 0);
      assert.equal(err, '');
      for (const option of Object.keys(options)) assert.match(out, new RegExp(`^  --${option}\\b`, 'm'));
      for (const exit of exits) assert.match(out, new RegExp(`^  ${exit.code}  `, 'm'));
      for (const { line } of examples) assert.ok(out.includes(line), line);
      assert.ok(out.split('\n').every((line) => line.length <= 80 || line.includes('meterlint')));
      assert.equal((await meterlint(['help', name], root)).out, out);
      assert.equal((await meterlint([name, '-h', '--nonsense'], root)).out, out);
    });
  }

  const wrong: readonly (readonly [args: string[], message: RegExp])[] = [
    [['help', 'chek'], /unknown command 'chek'; did you mean 'check'\?/],
    [['help', 'check', 'explain'], /help takes at most one verb/],
    [['--verson'], /unknown option '--verson'; did you mean '--version'\?/],
    [['check', '-x'], /unknown option '-x'/],
    [['check', '--redundant=yes'], /--redundant takes no value; leave '=yes' out/],
    [['check', '--date', '2026-11-24', '--output'], /--output needs a value: --output FILE/],
    [['check', '--output='], /--output needs a value/],
    [['check', '--output', '--format', 'json'], /--output needs a value before '--format'/],
    [['check', '--format', 'jsn'], /--format takes .*, not 'jsn'; did you mean 'json'\?/],
    [['check', '--toString'], /unknown option '--toString'/],
    [['constructor'], /unknown command 'constructor'/],
    [['explain', 'a', 'b'], /explain takes one name: meterlint explain comm-integrity/],
  ];
  for (const [args, message] of wrong) {
    it(`says what is wrong with \`${args.join(' ')}\` and exits with 2`, async () => {
      const { code, out, err } = await meterlint(args, root);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }

  it('takes what stands behind -- for paths, and the last value of an option that is given twice', async () => {
    const { code, err } = await meterlint(['check', '--format', 'json', '--format', 'text', '--', '--help'], root);
    assert.equal(code, 2);
    assert.match(err, /cannot read --help: there is no such file or folder/);
  });
});
