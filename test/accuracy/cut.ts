import { AstUtils, GrammarUtils, type AstNode, type CstNode, type LangiumDocument, type Reference } from 'langium';
import * as ast from '../../language/generated/ast.js';
import type { SourceRange } from '../../language/source/index.js';
import type { Declaration } from '../../review/declarations.js';

/** The text of a file without a declaration. Of a list the comma goes along; the word before it goes with the last of the list. */
export function textWithout(document: LangiumDocument, declaration: Declaration, range: SourceRange): string {
  const text = document.textDocument.getText();
  const [start, end] = cutOf(document, declaration, range);
  return text.slice(0, start) + text.slice(end);
}

function cutOf(document: LangiumDocument, { sort, name }: Declaration, range: SourceRange): readonly [number, number] {
  const { startOffset, endOffset } = range;
  if (sort === 'control' || sort === 'attribute') return [startOffset, endOffset];
  const holder = AstUtils.streamAllContents(document.parseResult.value).find((node) => {
    if (sort === 'by') return ast.isControlUse(node) && node.$cstNode?.offset === startOffset;
    const isList = sort === 'uses' ? ast.isMechanismUse(node) : ast.isLayer(node);
    return isList && mechanismsOf(node).some(({ $refNode }) => $refNode?.offset === startOffset);
  });
  if (holder?.$cstNode === undefined) throw new Error(`no ${sort} ${name} in ${document.uri.path}`);
  const list = mechanismsOf(holder);
  const nodes = list.map(({ $refNode }) => $refNode!);
  const index = list.findIndex(({ $refText, $refNode }) => (sort === 'by' ? $refText === name : $refNode!.offset === startOffset));
  const node = nodes[index]!;
  if (index > 0) return [nodes[index - 1]!.end, node.end];
  if (list.length > 1) return [node.offset, nodes[1]!.offset];
  return sort === 'by' ? [wordBefore(holder.$cstNode, node), node.end] : [holder.$cstNode.offset, holder.$cstNode.end];
}

function mechanismsOf(node: AstNode): readonly Reference[] {
  if (ast.isLayer(node)) return node.stack;
  return ast.isControlUse(node) || ast.isMechanismUse(node) ? node.mechanisms : [];
}

function wordBefore(statement: CstNode, mechanism: CstNode): number {
  const words = GrammarUtils.findNodesForKeyword(statement, 'by').filter(({ offset }) => offset < mechanism.offset);
  return words.at(-1)!.offset;
}
