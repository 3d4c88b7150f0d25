import {
  AstUtils,
  CstUtils,
  GrammarUtils,
  URI,
  type AstNode,
  type GrammarConfig,
  type LangiumDocument,
  type LangiumDocuments,
  type References,
} from 'langium';
import type { Position, Range, SymbolKind } from 'vscode-languageserver';
import { modelOf } from '../../language/parsing/model.js';

/** Something with a name that others refer to. */
export type Named = AstNode & { readonly name: string; readonly title?: string };

/** What tells of a place which name stands there, and what it leads to. */
export interface WithNames {
  readonly parser: { readonly GrammarConfig: GrammarConfig };
  readonly references: { readonly References: References };
}

/** What a name at a place stands for: declared there, or somewhere else. */
export function targetAt(services: WithNames, document: LangiumDocument, position: Position): Named | undefined {
  const leaf = CstUtils.findDeclarationNodeAtOffset(
    modelOf(document).$cstNode,
    document.textDocument.offsetAt(position),
    services.parser.GrammarConfig.nameRegexp,
  );
  const [node] = leaf === undefined ? [] : services.references.References.findDeclarations(leaf);
  return node !== undefined && isNamed(node) ? node : undefined;
}

export function isNamed(node: AstNode): node is Named {
  return typeof (node as { name?: unknown }).name === 'string';
}

/** Everything with a name that stands at the top of a file, in no particular order. */
export function declaredIn(document: LangiumDocument): Named[] {
  const { designs, elements, definitions } = modelOf(document);
  const all: readonly AstNode[] = [...designs, ...elements, ...definitions];
  return all.filter(isNamed);
}

/** What call and type hierarchies have in common. */
export interface HierarchyItem {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail: string;
  readonly uri: string;
  readonly range: Range;
  readonly selectionRange: Range;
}

export function itemOf(node: Named, kind: SymbolKind, detail: string): HierarchyItem | undefined {
  const nameNode = GrammarUtils.findNodeForProperty(node.$cstNode, 'name');
  if (node.$cstNode === undefined || nameNode === undefined) return undefined;
  const { range } = node.$cstNode;
  return { name: node.name, kind, detail, uri: AstUtils.getDocument(node).uri.toString(), range, selectionRange: nameNode.range };
}

/** What an item of a client stands for. The text may have changed since: then the name decides. */
export function nodeOfItem(item: Omit<HierarchyItem, 'detail'>, documents: LangiumDocuments): Named | undefined {
  const document = documents.getDocument(URI.parse(item.uri));
  if (document === undefined) return undefined;
  const same = declaredIn(document).filter((node) => node.name === item.name);
  const { line, character } = item.selectionRange.start;
  const there = same.find((node) => {
    const start = GrammarUtils.findNodeForProperty(node.$cstNode, 'name')?.range.start;
    return start?.line === line && start.character === character;
  });
  return there ?? same[0];
}
