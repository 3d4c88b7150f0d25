import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { problemCodes } from '../../language/wellformed/codes.js';
import { says } from '../../language/wellformed/words/index.js';
import { root } from '../support/workspace.js';

const room = 'language/wellformed';

/** Texts that a file writes itself where it says what is wrong; the code of an entry of the table of words is none. */
function ownSentences(text: string): string[] {
  const found: string[] = [];
  const inside = (node: ts.Node): void => {
    if (ts.isElementAccessExpression(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) found.push(node.getText());
    ts.forEachChild(node, inside);
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name) && node.name.text === 'message') {
      if (node.initializer !== undefined) inside(node.initializer);
    } else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('one.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

describe('sentences of validation errors', () => {
  it('are found where a check writes one', () => {
    const text =
      "told({ message: 'a' }); const message = x ? `b ${c}` : says['d'].e(f); const told = { message: says['g'].h, title: 'i' };";
    assert.deepEqual(ownSentences(text), ["'a'", '`b ${c}`']);
  });

  it('stand in the table of words, by code, and in no check', () => {
    const files = readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .map((file) => file.split(path.sep).join('/'))
      .filter((file) => file.endsWith('.ts') && !file.startsWith('words/'));
    assert.ok(files.length > 30);
    // What only a review finds is told by reports, in the same words.
    const all = [...files.map((file) => `${room}/${file}`), 'report/decisions.ts', 'report/redundant.ts'];
    const found = all.flatMap((file) => ownSentences(readFileSync(path.join(root, file), 'utf8')).map((one) => `${file}: ${one}`));
    assert.deepEqual(found, []);
  });

  it('are of all codes of the registry but the one that is no error', () => {
    assert.deepEqual(
      Object.keys(problemCodes).filter((code) => !(code in says)),
      ['more-findings'],
    );
    assert.deepEqual(
      Object.keys(says).filter((code) => !(code in problemCodes)),
      [],
    );
  });
});
