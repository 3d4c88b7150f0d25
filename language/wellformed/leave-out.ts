import { CstUtils, GrammarUtils, isLeafCstNode, type AstNode, type LangiumDocument, type LeafCstNode } from 'langium';
import { isWord, keywordOf, type Keyword } from '../grammar/elements.js';
import type { SourceRange } from '../source/index.js';
import { headAndBody, rangeBetween, rangeOfNode } from '../read/range.js';
import { intoBody, outOfList, spaceStart } from '../writing/index.js';
import type { Repair } from './mistake.js';

/** A repair that takes one name, or what stands at a position, out of a list with its comma, and the last one with the words before the list. */
export function leaveOut(
  document: LangiumDocument,
  node: AstNode,
  property: string,
  which: string | number,
  title: string,
  preferred = false,
): Repair[] {
  const target = GrammarUtils.findNodesForProperty(node.$cstNode, property).find(({ text }, index) => text === which || index === which);
  if (target === undefined) return [];
  const before = CstUtils.getPreviousNode(target, false);
  const after = CstUtils.getNextNode(target, false);
  const next = after?.text === ',' ? (CstUtils.getNextNode(after, false)?.offset ?? after.end) : undefined;
  const { offset: start, end } = target;
  const clause = withWords(document, start, end).startOffset;
  const listed = { start, end, commaBefore: before?.text === ',' ? before.offset : undefined, next, clause };
  return [{ title, preferred, edits: [outOfList(document.uri.toString(), listed)] }];
}

/** A clause with the words that begin it, and the space before it on its line. */
export function withWords(document: LangiumDocument, offset: number, end: number): SourceRange {
  const text = document.textDocument.getText();
  const root = document.parseResult.value.$cstNode;
  const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
  const start = leaf === undefined ? offset : wordsBefore(leaf, text);
  return rangeBetween(document, start < offset ? spaceStart(text, start) : start, end);
}

/** Where the words begin that stand before a value and belong together in the grammar; a comment between them ends them. */
function wordsBefore(value: LeafCstNode, text: string): number {
  let start = value.offset;
  let behind: Keyword | undefined;
  for (let leaf = CstUtils.getPreviousNode(value, false); isLeafCstNode(leaf); leaf = CstUtils.getPreviousNode(leaf, false)) {
    const keyword = keywordOf(leaf.grammarSource);
    if (keyword === undefined) break;
    const isNext =
      behind === undefined || (behind.$container === keyword.$container && behind.$containerIndex === (keyword.$containerIndex ?? 0) + 1);
    if (!isWord(keyword.value) || !isNext || text.slice(leaf.end, start).trim() !== '') break;
    start = leaf.offset;
    behind = keyword;
  }
  return start;
}

/** A repair that adds a statement to a body, and the body where there is none. */
export function addItem(document: LangiumDocument, node: AstNode, statement: string, title: string): Repair {
  const items =
    'body' in node && Array.isArray(node.body) ? (node.body as AstNode[]).map((item) => rangeOfNode(document, item)) : undefined;
  return { title, preferred: false, edits: intoBody({ ...headAndBody(document.uri.toString(), node), items }, statement) };
}
