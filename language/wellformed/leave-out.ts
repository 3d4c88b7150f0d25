import { CstUtils, GrammarUtils, type AstNode, type LangiumDocument } from 'langium';
import type { SourceRange } from '../source/index.js';
import { headAndBody, rangeBetween, rangeOf } from '../read/range.js';
import { clauseStart, intoBody, outOfList } from '../writing/index.js';
import { describedBy, type Context, type Repair } from './mistake.js';

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
  const listed = { start: target.offset, end: target.end, commaBefore: before?.text === ',' ? before.offset : undefined, next };
  return [{ title, preferred, edits: [outOfList(document.uri.toString(), document.textDocument.getText(), listed)] }];
}

/** A clause with the words that begin it, and the space before it on its line. */
export function withWords(document: LangiumDocument, offset: number, end: number): SourceRange {
  return rangeBetween(document, clauseStart(document.textDocument.getText(), offset), end);
}

/** A repair that adds a statement to a body, and the body where there is none. */
export function addItem(document: LangiumDocument, node: AstNode, statement: string, title: string): Repair {
  const items = 'body' in node && Array.isArray(node.body) ? (node.body as AstNode[]).map((item) => rangeOf(document, item)) : undefined;
  return { title, preferred: false, edits: intoBody({ ...headAndBody(document.uri.toString(), node), items }, statement) };
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
