import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/workspace.js';

const rooms = [
  ...['language', 'review', 'report', 'summary', 'history', 'repair', 'drafts', 'picture', 'workspace', 'reach'],
  ...['server', 'cli', 'client', 'tools', 'bench'],
];

/** Generated names are those of the grammar's rules, which the model shares: a zone of the text is read as a zone of the model. */
function filesOf(room: string): string[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .map((file) => `${room}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/') && !file.includes('/node_modules/'));
}

/** What a text declares and exports; what it only passes on from another file is no name of its own. */
function exportedBy(file: string, text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) found.add(name.text);
    else for (const part of name.elements) if (ts.isBindingElement(part)) bind(part.name);
  };
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    const words = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
    if (!words.includes(ts.SyntaxKind.ExportKeyword)) continue;
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) bind(name);
    else if ('name' in statement) bind(statement.name as ts.Identifier);
  }
  return found;
}

describe('exported names', () => {
  const files = rooms.flatMap(filesOf);
  const homes = new Map<string, string[]>();
  for (const file of files) {
    for (const name of exportedBy(file, readFileSync(path.join(root, file), 'utf8'))) homes.set(name, [...(homes.get(name) ?? []), file]);
  }

  it('are read whatever is declared', () => {
    const text = `export const { a, b: [c] } = x; export function d() {} export type E = 1; export interface F {} export class G {}
      export async function* h() {} export enum I {} const j = 1; export { k } from './k.js'; export * from './l.js'; export type { M };`;
    assert.deepEqual([...exportedBy('one.ts', text)], ['a', 'c', 'd', 'E', 'F', 'G', 'h', 'I']);
    assert.ok(homes.size > 1000);
  });

  it('stand once: two things that share a name are two meanings of one word, or one thing twice', () => {
    assert.deepEqual(
      [...homes].filter(([, at]) => at.length > 1),
      [],
    );
  });
});
