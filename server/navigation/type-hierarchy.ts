import { interruptAndCheck, type AstNode, type LangiumDocument, type LangiumDocuments, type Reference } from 'langium';
import type { NodeKindProvider, TypeHierarchyProvider } from 'langium/lsp';
import {
  CancellationToken,
  type TypeHierarchyItem,
  type TypeHierarchyPrepareParams,
  type TypeHierarchySubtypesParams,
  type TypeHierarchySupertypesParams,
} from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { detailOf } from './detail.js';
import { declaredIn, isNamed, itemOf, nodeOfItem, targetAt, type Named, type WithNames } from './target.js';

/** Kinds and mechanisms by `is`. Above an element stand its kinds; below a kind the kinds made of it, then its elements. */
export class MeterTypeHierarchy implements TypeHierarchyProvider {
  constructor(
    private readonly names: WithNames,
    private readonly documents: LangiumDocuments,
    private readonly kinds: NodeKindProvider,
  ) {}

  prepareTypeHierarchy(document: LangiumDocument, { position }: TypeHierarchyPrepareParams): TypeHierarchyItem[] | undefined {
    const target = targetAt(this.names, document, position);
    return target !== undefined && above(target) !== undefined ? this.items([target]) : undefined;
  }

  supertypes({ item }: TypeHierarchySupertypesParams): TypeHierarchyItem[] {
    const node = nodeOfItem(item, this.documents);
    const found = (node && above(node))?.map(({ ref }) => ref).filter((ref) => ref !== undefined && ref !== node && isNamed(ref));
    return this.items([...new Set(found)] as Named[]);
  }

  async subtypes({ item }: TypeHierarchySubtypesParams, token: CancellationToken = CancellationToken.None): Promise<TypeHierarchyItem[]> {
    const node = nodeOfItem(item, this.documents);
    if (node === undefined || ast.isElement(node)) return [];
    const found: Named[] = [];
    for (const document of this.documents.all) {
      await interruptAndCheck(token);
      found.push(...declaredIn(document).filter((one) => one !== node && above(one)?.some(({ ref }) => ref === node)));
    }
    return this.items([...found.filter((one) => !ast.isElement(one)), ...found.filter((one) => ast.isElement(one))]);
  }

  private items(nodes: readonly Named[]): TypeHierarchyItem[] {
    return nodes.map((node) => itemOf(node, this.kinds.getSymbolKind(node), detailOf(node))).filter((item) => item !== undefined);
  }
}

/** What something is declared to be; undefined for what has no kinds. */
function above(node: AstNode): readonly Reference[] | undefined {
  if (ast.isComponentKind(node) || ast.isZoneKind(node) || ast.isDataClass(node) || ast.isService(node) || ast.isMechanism(node)) {
    return node.parents;
  }
  return ast.isComponent(node) || ast.isZone(node) || ast.isData(node) || ast.isFlow(node) ? node.kinds : undefined;
}
