import { CstUtils, GrammarUtils, isLeafCstNode, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import { cleanText } from '../parsing/clean-text.js';
import { oncePer } from '../semantics/once.js';
import type { SourceRange } from '../source/range.js';

export function rangeBetween(document: LangiumDocument, start: number, end: number): SourceRange {
  const from = document.textDocument.positionAt(start);
  const to = document.textDocument.positionAt(end);
  return {
    uri: document.uri.toString(),
    startLine: from.line,
    startColumn: from.character,
    endLine: to.line,
    endColumn: to.character,
    startOffset: start,
    endOffset: end,
  };
}

/** Asks the tree alone: a text may have been changed since it was read. */
export function rangeIn(uri: string, cst: CstNode | undefined): SourceRange {
  return cst === undefined ? spanOf(uri, undefined, undefined) : spanOf(uri, cst, cst);
}

/** From the start of one node to the end of another; without nodes the start of the file. */
export function spanOf(uri: string, first: CstNode | undefined, last: CstNode | undefined): SourceRange {
  const start = first === undefined ? { line: 0, character: 0 } : first.range.start;
  const end = last === undefined ? start : last.range.end;
  return {
    uri,
    startLine: start.line,
    startColumn: start.character,
    endLine: end.line,
    endColumn: end.character,
    startOffset: first?.offset ?? 0,
    endOffset: last?.end ?? first?.offset ?? 0,
  };
}

export function rangeOfCst(document: LangiumDocument, cst: CstNode | undefined): SourceRange {
  return rangeIn(document.uri.toString(), cst);
}

export function rangeOfNode(document: LangiumDocument, node: AstNode): SourceRange {
  return rangeOfCst(document, node.$cstNode);
}

/** Of the name; of the whole node where it has none. */
export function nameRange(document: LangiumDocument, node: AstNode): SourceRange {
  return rangeOfCst(document, nameNode(node));
}

/** The same one for as long as the statement is there: it moves with it. */
export const nameNode = oncePer((node: AstNode): CstNode | undefined => {
  return GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? node.$cstNode;
});

/** The statement up to its body, and the body from `{` to `}`. */
export function headAndBody(uri: string, node: AstNode): { head: SourceRange; body: SourceRange | undefined } {
  const cst = node.$cstNode;
  const open = GrammarUtils.findNodeForKeyword(cst, '{');
  if (cst === undefined || open === undefined) return { head: rangeIn(uri, cst), body: undefined };
  const close = GrammarUtils.findNodesForKeyword(cst, '}').at(-1);
  const last = CstUtils.getPreviousNode(open, false);
  const isOwn = last !== undefined && last.offset >= cst.offset;
  return { head: isOwn ? spanOf(uri, cst, last) : startsAt(uri, cst, open), body: spanOf(uri, open, close ?? cst) };
}

/** From the start of a node to the start of a later one. */
function startsAt(uri: string, first: CstNode, next: CstNode): SourceRange {
  const { start } = next.range;
  return { ...spanOf(uri, first, first), endLine: start.line, endColumn: start.character, endOffset: next.offset };
}

/** The doc comment directly before a node, without its marks. */
export function documentationOf(node: AstNode): string | undefined {
  const comment = CstUtils.findCommentNode(node.$cstNode, ['ML_COMMENT']);
  if (comment === undefined || !isLeafCstNode(comment) || !comment.text.startsWith('/**')) return undefined;
  return comment.text
    .slice(3, -2)
    .split(/\r?\n/)
    .map((line) => cleanText(line.replace(/^\s*\* ?/, '').trimEnd()))
    .join('\n')
    .trim();
}
