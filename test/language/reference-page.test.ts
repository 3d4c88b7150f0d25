import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AstNode } from 'langium';
import { AstUtils } from 'langium';
import { MeterGrammar } from '../../language/generated/grammar.js';
import { statementsOfGrammar } from '../../language/grammar/statements.js';
import { wordsOf } from '../../language/grammar/words.js';
import { languagePage } from '../../tools/language-page.js';
import { createWorkspace, root } from '../support/workspace.js';

const text = readFileSync(path.join(root, 'docs/language.md'), 'utf8');

/** The examples by the file name in their first line: together they are one workspace. */
const examples = new Map(
  [...text.matchAll(/^```meter\n([^]*?)^```$/gm)].map(([, body]): [string, string] => {
    const [, file] = /^\/\/ ([\w-]+\.meter)/.exec(body!) ?? assert.fail(`an example says in its first line which file it is: ${body}`);
    return [file!, body!];
  }),
);

describe('the reference of the language', () => {
  it('is what grammar and semantics say; `npm run man` writes it', async () => {
    assert.equal(text, await languagePage());
  });

  it('names every statement and every word of the language', () => {
    const grammar = MeterGrammar();
    for (const key of statementsOfGrammar(grammar).keys()) assert.ok(text.includes(`\n### ${key}\n`), key);
    const missing = [...wordsOf(grammar)].filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text));
    assert.deepEqual(missing, []);
  });

  it('shows examples that are free of mistakes, but that nothing uses some of what they define', async () => {
    assert.equal(examples.size, [...text.matchAll(/^```meter$/gm)].length);
    const workspace = await createWorkspace(Object.fromEntries(examples));
    const mistakes = [...examples.keys()].flatMap((file) => workspace.mistakes(file).map((mistake) => ({ file, ...mistake })));
    assert.deepEqual(
      mistakes.filter(({ code }) => code !== 'unused-definition').map(({ file, message }) => `${file}: ${message}`),
      [],
    );
  });

  it('shows an example of every statement', async () => {
    const workspace = await createWorkspace(Object.fromEntries(examples));
    const nodes = [...examples.keys()].flatMap((file) => [
      ...AstUtils.streamAllContents(workspace.document(file).parseResult.value).map(({ $type }: AstNode) => $type),
    ]);
    const missing = [...statementsOfGrammar(MeterGrammar()).values()].filter(({ type }) => !nodes.includes(type)).map(({ key }) => key);
    assert.deepEqual(missing, []);
  });

  it('is linked from the pages that speak of it, and leads to places that are there', () => {
    for (const file of ['README.md', 'ARCHITECTURE.md', 'docs/semantics.md']) {
      assert.match(readFileSync(path.join(root, file), 'utf8'), /\]\((?:docs\/)?language\.md\)/, file);
    }
    const headings = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!.toLowerCase().replaceAll(' ', '-')));
    for (const [, target] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (target!.startsWith('#')) assert.ok(headings.has(target!.slice(1)), target);
      else assert.ok(existsSync(path.join(root, 'docs', target!)), target);
    }
  });
});
