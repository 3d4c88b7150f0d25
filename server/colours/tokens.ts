import { CstUtils, type LangiumDocument, type LeafCstNode } from 'langium';
import type { Range } from 'vscode-languageserver';
import { modelOf } from '../../language/parsing/model.js';
import { plainTypes, type ColourRole, type ColouredWord } from './legend.js';
import { colourRoleOf, type RoleContext } from './roles.js';

export interface TokenOptions {
  /** Leaves out what a colour scheme of plain text knows by itself. */
  readonly namesOnly: boolean;
  /** Only what touches these lines. */
  readonly range?: Range | undefined;
}

/** All words of a file in their roles, in the order of the text. One walk over the tree, without a pause in between. */
export function* colouredWordsOf(
  document: LangiumDocument,
  context: RoleContext,
  { namesOnly, range }: TokenOptions,
): Iterable<ColouredWord> {
  const root = modelOf(document).$cstNode;
  if (root === undefined) return;
  for (const leaf of CstUtils.flattenCst(root)) {
    if (leaf.hidden && namesOnly) continue;
    const { start, end } = leaf.range;
    if (range !== undefined && (end.line < range.start.line || start.line > range.end.line)) continue;
    const role = colourRoleOf(leaf, context);
    if (role === undefined || (namesOnly && plainTypes.has(role.type))) continue;
    yield* split(leaf, start, role);
  }
}

/** A comment over several lines becomes one token a line: not every editor takes longer ones. */
function* split({ text }: LeafCstNode, start: Range['start'], role: ColourRole): Iterable<ColouredWord> {
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const length = line.length;
    if (length > 0) yield { ...role, line: start.line + index, character: index === 0 ? start.character : 0, length };
  }
}

/** The numbers of the protocol: each token's place relative to the one before it. */
export function encode(
  tokens: Iterable<ColouredWord>,
  types: Readonly<Record<string, number>>,
  modifiers: Readonly<Record<string, number>>,
): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    const same = token.line === line;
    const bits = token.modifiers.reduce((sum, modifier) => sum | (modifiers[modifier] ?? 0), 0);
    data.push(token.line - line, same ? token.character - character : token.character, token.length, types[token.type] ?? 0, bits);
    [line, character] = [token.line, token.character];
  }
  return data;
}

export interface DataEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** The one edit between two lists of numbers: what both begin and end with is left alone. */
export function editBetween(before: readonly number[], after: readonly number[]): DataEdit[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ start, deleteCount: before.length - start - end, data: after.slice(start, after.length - end) }];
}
