import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { definitionSorts } from '../../report/definitions.js';
import { binary, inFolder, meterlint } from '../support/cli.js';
import { root } from '../support/workspace.js';

const examples = path.join(root, 'examples');

/** What takes more than a name and a title. */
const starts: Readonly<Record<string, string>> = {
  requirement: 'define requirement own-requirement "An own requirement" { severity low applies to link needs encryption because "b" }',
  attribute: 'define attribute own-attribute "An own attribute" on component : boolean',
  condition: 'define condition own-condition "An own condition" on component where count > 1',
  step: 'define step own-step "An own step" on component { to control of component }',
};

describe('the command line', () => {
  const wrong: readonly (readonly [args: string[], message: RegExp])[] = [
    [['chek'], /unknown command 'chek'; did you mean 'check'\?/],
    [['check', '--formt', 'json'], /unknown option '--formt'; did you mean '--format'\?/],
    [['check', '--format', 'xml'], /--format takes text, [-a-z, ]*\bsarif\b[-a-z, ]*, not 'xml'/],
    [['check', '--fail-on', 'severe'], /--fail-on takes critical, high, medium, low, none, not 'severe'/],
    [['check', '--date', '2026-02-30'], /--date takes a day such as 2026-11-24, not '2026-02-30'/],
    [['check', '--date', 'tomorrow'], /--date takes a day/],
    [['check', '--color', 'blue'], /--color takes auto, always, never, not 'blue'/],
    [['check', '--output'], /output/],
    [['explain'], /explain takes one name/],
  ];
  for (const [args, message] of wrong) {
    it(`says what is wrong with \`${args.join(' ')}\`, prints nothing else and exits with 2`, async () => {
      const { code, out, err } = await meterlint(args, examples);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.match(err, /meterlint --help/);
    });
  }

  it('helps, and tells its version', async () => {
    for (const args of [['--help'], ['check', '--help'], ['help'], []]) {
      const { code, out } = await meterlint(args, examples);
      assert.equal(code, 0);
      assert.match(out, /meterlint check \[PATH\.\.\.\]/);
    }
    assert.match((await meterlint(['--version'], examples)).out, /^\d+\.\d+\.\d+\n$/);
  });

  it('explains a requirement, a mechanism and a control', async () => {
    const page = await meterlint(['explain', 'comm-confidentiality'], examples);
    assert.equal(page.code, 0);
    assert.match(page.out, /Consumption, personal data and keys travel encrypted/);
    assert.match(page.out, /SG\.SC-9/);
    assert.equal((await meterlint(['explain', 'dlms-lls'], examples)).code, 0);
    assert.equal((await meterlint(['explain', 'encryption'], examples)).code, 0);
    const unknown = await meterlint(['explain', 'comm-confidentialty'], examples);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /did you mean 'comm-confidentiality'\?/);
  });

  it('explains what a word is called every day, and lists where that is several', async () => {
    const one = await meterlint(['explain', 'mfa'], examples);
    assert.deepEqual([one.code, one.err], [0, '']);
    assert.match(one.out, /^multi-factor-authentication: Several factors\n/);
    assert.match(one.out, /^Also called: mfa, 2fa, second factor$/m);
    const several = await meterlint(['explain', 'HTTPS'], examples);
    assert.deepEqual(
      [several.code, several.out],
      [
        0,
        "'HTTPS' is an everyday name of several. 'meterlint explain NAME' tells of each:\n\n  tls      TLS or DTLS\n  tls-1.3  TLS 1.3\n  tls-1.2  TLS 1.2, AEAD and forward secrecy\n",
      ],
    );
    const kind = await meterlint(['explain', 'hes'], examples);
    assert.deepEqual([kind.code, kind.err], [0, '']);
    assert.match(kind.out, /^head-end: Head-end\n/);
  });

  it('explains what any word of `define` defines, and each of several that bear one name', async () => {
    const words = definitionSorts.map(({ word }) => word);
    await inFolder(
      { 'own.meter': words.map((word) => `${starts[word] ?? `define ${word} own-${word} "An own ${word}"`}\n`).join('') },
      async (folder) => {
        for (const word of words) {
          const { code, out, err } = await meterlint(['explain', `own-${word}`], folder);
          assert.deepEqual([code, err], [0, ''], word);
          assert.match(out, new RegExp(`^own-${word}: An own ${word}\n`));
        }
      },
    );
    const both = (await meterlint(['explain', 'local-port'], examples)).out;
    assert.match(both, /^local-port: Reach of a local port\n/m);
    assert.match(both, /^local-port: Local port\n/m);
  });

  it("explains a workspace's own requirement", async () => {
    await inFolder(
      { 'own.meter': 'define requirement own-rule "Ours" { severity high applies to link needs encryption because "b" }' },
      async (folder) => {
        assert.match((await meterlint(['explain', 'own-rule'], folder)).out, /Ours/);
      },
    );
  });

  it('is at peace with a reader that stops early', async () => {
    for (const [args, expected] of [
      [['check', 'riverside.meter', '--fail-on', 'none'], 0],
      [['check', 'riverside.meter'], 1],
      [['check', 'riverside.meter', 'nowhere.meter', '--format', 'json'], 2],
      [['check', 'riverside.meter', '--watch'], 0],
    ] as const) {
      const child = spawn(process.execPath, [binary(), ...args], { cwd: examples });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      // Closed before anything is written, so that the very first write finds nobody.
      child.stdout.destroy();
      const code = await new Promise((resolve) => child.on('close', resolve));
      assert.doesNotMatch(err, /standard output|internal/);
      assert.equal(code, expected, args.join(' '));
    }
  });
});
