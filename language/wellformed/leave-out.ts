import { CstUtils, GrammarUtils, isLeafCstNode, type AstNode, type LangiumDocument, type LeafCstNode } from 'langium';
import { isWord, keywordOf, type Keyword } from '../grammar/elements.js';
import type { SourceRange } from '../source/index.js';
import { headAndBody, rangeBetween } from '../read/range.js';
import { replacement, type Context, type Repair } from './mistake.js';
import { describedBy } from './mistake.js';

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
  if (before?.text === ',') return [replacement(rangeBetween(document, before.offset, target.end), '', title, preferred)];
  if (after?.text === ',') {
    const next = CstUtils.getNextNode(after, false);
    return [replacement(rangeBetween(document, target.offset, next?.offset ?? after.end), '', title, preferred)];
  }
  return [replacement(withWords(document, target.offset, target.end), '', title, preferred)];
}

/** A clause with the words that begin it, and the space before it on its line. */
export function withWords(document: LangiumDocument, offset: number, end: number): SourceRange {
  const text = document.textDocument.getText();
  const root = document.parseResult.value.$cstNode;
  const leaf = root === undefined ? undefined : CstUtils.findLeafNodeAtOffset(root, offset);
  const start = leaf === undefined ? offset : wordsBefore(leaf, text);
  const space = start < offset ? /[^\S\r\n]*$/.exec(text.slice(0, start))![0].length : 0;
  return rangeBetween(document, start - space, end);
}

/** Where the words begin that stand before a value and belong together in the grammar; a comment between them ends them. */
function wordsBefore(value: LeafCstNode, text: string): number {
  let start = value.offset;
  let behind: Keyword | undefined;
  for (let leaf = CstUtils.getPreviousNode(value, false); isLeafCstNode(leaf); leaf = CstUtils.getPreviousNode(leaf, false)) {
    const keyword = keywordOf(leaf.grammarSource);
    const isNext =
      behind === undefined || (behind.$container === keyword?.$container && behind.$containerIndex === (keyword?.$containerIndex ?? 0) + 1);
    if (keyword === undefined || !isWord(keyword.value) || !isNext || text.slice(leaf.end, start).trim() !== '') break;
    start = leaf.offset;
    behind = keyword;
  }
  return start;
}

/** A repair that adds a statement to a body, and the body where there is none. */
export function addItem(document: LangiumDocument, node: AstNode, statement: string, title: string): Repair {
  const text = document.textDocument.getText();
  const { head, body } = headAndBody(document.uri.toString(), node);
  if (body === undefined) return replacement(rangeBetween(document, head.endOffset, head.endOffset), ` { ${statement} }`, title, false);
  const brace = body.endOffset - 1;
  const line = text.lastIndexOf('\n', brace - 1) + 1;
  const indent = text.slice(line, brace);
  if (body.startLine < body.endLine && indent.trim() === '') {
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    return replacement(rangeBetween(document, line, line), `${indent}    ${statement}${newline}`, title, false);
  }
  const space = /\s/.test(text[brace - 1]!) ? '' : ' ';
  return replacement(rangeBetween(document, brace, brace), `${space}${statement} `, title, false);
}

/** Whether a name anywhere in the workspace leads to what is declared at a place. */
export function isReferredTo({ uri, startOffset }: SourceRange, { shared }: Context): boolean {
  return shared.workspace.LangiumDocuments.all.some((document) =>
    document.references.some((reference) => {
      const description = describedBy(reference);
      return description?.nameSegment?.offset === startOffset && description.documentUri.toString() === uri;
    }),
  );
}
