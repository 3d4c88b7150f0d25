import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from '../../cli/parse.js';
import { verbs } from '../../cli/verbs/index.js';
import { binary, inFolder } from '../support/cli.js';
import { root } from '../support/workspace.js';

const yaml = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
}

function blocksOf(file: string): Block[] {
  return [...read(file).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({ language: language!, text: text! }));
}

/** The command lines of a document, in order: whatever wraps them, each stands on a line of its own. */
function commandsOf(file: string): string[] {
  const names = verbs.map(({ name }) => name).join('|');
  return blocksOf(file).flatMap(({ text }) =>
    [...text.matchAll(new RegExp(`^[ ]*(?:- run: |- )?(meterlint (?:${names})\\b.*)$`, 'gm'))].map(([, line]) => line!),
  );
}

/** Runs command lines in a folder with designs, `meterlint` on the path; gives the exit code of each. */
async function runAll(lines: readonly string[]): Promise<Map<string, number | null>> {
  return inFolder({}, (folder) => {
    // The drafts are enough; the reference architectures beside them take long.
    const filter = (source: string) => path.basename(source) !== 'reference';
    cpSync(path.join(root, 'examples'), path.join(folder, 'designs'), { recursive: true, filter });
    mkdirSync(path.join(folder, 'bin'));
    const command = path.join(folder, 'bin/meterlint');
    writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${binary()}" "$@"\n`);
    chmodSync(command, 0o755);
    const env = { ...process.env, PATH: `${path.join(folder, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}` };
    const codes = new Map<string, number | null>();
    for (const line of lines) {
      const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, env, encoding: 'utf8' });
      assert.ok(status === 0 || status === 1, `${line}\n${stderr}`);
      const output = /--output (\S+)/.exec(line)?.[1];
      if (output !== undefined) assert.ok(existsSync(path.join(folder, output)), line);
      codes.set(line, status);
    }
    return Promise.resolve(codes);
  });
}

describe('the recipes for CI', () => {
  const file = 'docs/ci.md';

  it('are YAML where they say so', () => {
    const blocks = blocksOf(file).filter(({ language }) => language === 'yaml');
    assert.equal(blocks.length, 3);
    const [github, gitlab, hooks] = blocks.map(({ text }) => yaml.load(text) as Record<string, never>);
    assert.deepEqual(Object.keys(github!), ['name', 'on', 'permissions', 'jobs']);
    assert.deepEqual(Object.keys(gitlab!), ['meterlint']);
    const [{ hooks: used }] = (hooks as unknown as { repos: [{ hooks: { id: string }[] }] }).repos;
    const offered = yaml.load(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; files: string }[];
    assert.deepEqual(used.map(({ id }) => id).sort(), offered.map(({ id }) => id).sort());
    for (const { entry, files } of offered) {
      assert.ok(verbs.some(({ name }) => entry === `meterlint ${name}`));
      assert.match('a/b.meter', new RegExp(files));
    }
  });

  it('run as they stand, in their order', async function () {
    if (process.platform === 'win32') return this.skip();
    const lines = commandsOf(file);
    assert.ok(lines.length > 14);
    const codes = await runAll(lines);
    for (const [line, code] of codes) {
      // The examples have findings: what decides fails, what reports does not, and a baseline knows them all.
      const fails = /^meterlint (check .*--fail-on (high|critical)|merge)/.test(line);
      assert.equal(code, fails ? 1 : 0, line);
    }
  });
});

describe('the manual, the recipes and the page on editors', () => {
  it('lead to files that are there', () => {
    for (const file of ['docs/cli.md', 'docs/ci.md', 'docs/other-editors.md']) {
      for (const [, target] of read(file).matchAll(/\]\(([^)#:]+)\)/g)) assert.ok(existsSync(path.join(root, 'docs', target!)), target);
    }
  });

  it('show examples that the command line takes', () => {
    for (const verb of verbs) {
      for (const { line } of verb.examples) {
        const words = /meterlint ([^|<>()]*)/.exec(line)![1]!.trim().split(/\s+/);
        assert.equal(
          parse(
            verbs.find(({ name }) => name === words[0])!,
            words.slice(1),
            verbs,
          ).verbs,
          verbs,
          line,
        );
      }
    }
  });
});
