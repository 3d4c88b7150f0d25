import { CstUtils, GrammarUtils, isLeafCstNode, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { SourceRange } from '../model/source.js';

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

export function rangeOfCst(document: LangiumDocument, cst: CstNode | undefined): SourceRange {
  return cst === undefined ? rangeBetween(document, 0, 0) : rangeBetween(document, cst.offset, cst.end);
}

export function rangeOf(document: LangiumDocument, node: AstNode): SourceRange {
  return rangeOfCst(document, node.$cstNode);
}

/** Of the name; of the whole node where it has none. */
export function nameRange(document: LangiumDocument, node: AstNode): SourceRange {
  return rangeOfCst(document, GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? node.$cstNode);
}

/** The statement up to its body, and the body from `{` to `}`. */
export function headAndBody(document: LangiumDocument, node: AstNode): { head: SourceRange; body: SourceRange | undefined } {
  const cst = node.$cstNode;
  const open = GrammarUtils.findNodeForKeyword(cst, '{');
  if (cst === undefined || open === undefined) return { head: rangeOfCst(document, cst), body: undefined };
  const close = GrammarUtils.findNodesForKeyword(cst, '}').at(-1);
  const last = CstUtils.getPreviousNode(open, false);
  return {
    head: rangeBetween(document, cst.offset, last === undefined || last.offset < cst.offset ? open.offset : last.end),
    body: rangeBetween(document, open.offset, close?.end ?? cst.end),
  };
}

/** The doc comment directly before a node, without its marks. */
export function documentationOf(node: AstNode): string | undefined {
  const comment = CstUtils.findCommentNode(node.$cstNode, ['ML_COMMENT']);
  if (comment === undefined || !isLeafCstNode(comment) || !comment.text.startsWith('/**')) return undefined;
  return comment.text
    .slice(3, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim();
}
