import type { CompositeCstNode, CstNode, LangiumDocument, LeafCstNode } from 'langium';
import type { Range } from 'vscode-languageserver';
import { modelOf } from '../../language/parsing/model.js';
import { plainTypes, type ColourRole } from './legend.js';

export interface TokenOptions {
  /** Leaves out what a colour scheme of plain text knows by itself. */
  readonly namesOnly: boolean;
  /** Only what touches these lines. */
  readonly range?: Range | undefined;
}

/** The numbers of the protocol for one role. */
export interface RoleNumbers {
  readonly type: number;
  readonly modifiers: number;
}

/** All words of a file in their roles, as the protocol wants them: each place relative to the one before it. One walk over the tree. */
export function encodedWordsOf(
  document: LangiumDocument,
  roleOf: (leaf: LeafCstNode) => ColourRole | undefined,
  numbersOf: (role: ColourRole) => RoleNumbers,
  { namesOnly, range }: TokenOptions,
): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  const push = (line: number, character: number, length: number, { type, modifiers }: RoleNumbers): void => {
    if (length === 0) return;
    data.push(line - lastLine, line === lastLine ? character - lastCharacter : character, length, type, modifiers);
    [lastLine, lastCharacter] = [line, character];
  };
  eachLeaf(modelOf(document).$cstNode, range, (leaf) => {
    if (leaf.hidden && namesOnly) return;
    const role = roleOf(leaf);
    if (role === undefined || (namesOnly && plainTypes.has(role.type))) return;
    const { start, end } = leaf.range;
    if (start.line === end.line) {
      push(start.line, start.character, leaf.length, numbersOf(role));
      return;
    }
    // A comment over several lines becomes one token a line: not every editor takes longer ones.
    for (const [index, line] of leaf.text.split(/\r\n|\r|\n/).entries()) {
      push(start.line + index, index === 0 ? start.character : 0, line.length, numbersOf(role));
    }
  });
  return data;
}

/** The leaves of a tree that touch some lines, in the order of the text. What stands in other lines is not looked at. */
function eachLeaf(root: CstNode | undefined, range: Range | undefined, visit: (leaf: LeafCstNode) => void): void {
  if (root === undefined || !isComposite(root)) return;
  if (range === undefined) {
    eachLeafBelow(root, visit);
    return;
  }
  const { content } = root;
  for (let at = firstEndingAt(content, range.start.line); at < content.length; at++) {
    const part = content[at]!;
    if (outerLeaf(part, 0).range.start.line > range.end.line) return;
    const touches = (leaf: LeafCstNode): boolean => {
      const { start, end } = leaf.range;
      return end.line >= range.start.line && start.line <= range.end.line;
    };
    eachLeafBelow({ content: [part] }, (leaf) => {
      if (touches(leaf)) visit(leaf);
    });
  }
}

function eachLeafBelow({ content }: Pick<CompositeCstNode, 'content'>, visit: (leaf: LeafCstNode) => void): void {
  for (const part of content) {
    if (isComposite(part)) eachLeafBelow(part, visit);
    else visit(part as LeafCstNode);
  }
}

/** The first of some parts of a text that ends in a line or behind it. */
function firstEndingAt(parts: readonly CstNode[], line: number): number {
  let [from, to] = [0, parts.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (outerLeaf(parts[middle]!, -1).range.end.line < line) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The first or last leaf of a part, comments included: the range of a part leaves out those at its ends. */
function outerLeaf(part: CstNode, at: 0 | -1): LeafCstNode {
  let node = part;
  while (isComposite(node)) node = node.content.at(at)!;
  return node as LeafCstNode;
}

function isComposite(node: CstNode): node is CompositeCstNode {
  return 'content' in node;
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
