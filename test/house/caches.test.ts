import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/workspace.js';

const rooms = ['language', 'review', 'summary', 'history', 'report', 'workspace', 'picture', 'repair', 'drafts', 'server', 'cli'];

/**
 * What a module keeps for itself, by file: what an evaluator or a snapshot derives is its own field (`derived`), and what follows from a part
 * of the model that never changes is said to do so by `oncePer`.
 */
const meant: Readonly<Record<string, string>> = {
  'language/semantics/once.ts': 'oncePer itself',
  'language/grammar/elements.ts': 'what follows from a grammar, which the room may not ask the semantics for',
  'review/evaluator-of.ts': 'the evaluator that a review was made with: a review is data and holds none',
  'server/colours/roles.ts': 'what a token type and a part of the grammar are, in the one grammar of the process',
  'report/formats/html/markup.ts': 'the fixed texts of a template of the program',
};

/** Tables by identity that a module makes when it is loaded. */
function tablesOf(file: string): number {
  const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  let count = 0;
  const visit = (node: ts.Node): void => {
    // What a class or an object that a function makes keeps is no secret of the module; `oncePer` and `perGrammar` make theirs inside.
    if (ts.isClassLike(node)) return;
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'WeakMap') count++;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count;
}

it('no module keeps answers in a table of its own but those that have a reason', () => {
  const files = rooms
    .flatMap((room) => readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'));
  assert.deepEqual(files.filter((file) => tablesOf(file) > 0).sort(), Object.keys(meant).sort());
});
