import { GrammarUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, NodeKindProvider } from 'langium/lsp';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { modelOf } from '../../language/parsing/model.js';
import { cleanText } from '../../language/parsing/clean-text.js';
import { detailOf, namesAsWritten } from './detail.js';
import { isNamed } from './target.js';
import { written } from '../../language/parsing/written.js';

/** What a file declares, in the order of its lines; below an element what its body says, below a requirement its rules. */
export class MeterOutline implements DocumentSymbolProvider {
  constructor(private readonly kinds: NodeKindProvider) {}

  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    const { designs, elements, definitions, cites } = modelOf(document);
    return this.symbols([...designs, ...elements, ...definitions, ...cites]);
  }

  private symbols(nodes: readonly AstNode[]): DocumentSymbol[] {
    const ordered = [...nodes].sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0));
    return ordered.map((node) => this.symbol(node)).filter((symbol) => symbol !== undefined);
  }

  private symbol(node: AstNode): DocumentSymbol | undefined {
    const { name, detail, at } = labelOf(node);
    const cst = node.$cstNode;
    // An editor refuses the whole outline for one symbol without a name.
    if (cst === undefined || name === undefined || name === '') return undefined;
    const range = cst.range;
    const selection = at?.range ?? range;
    const children = this.symbols(childrenOf(node));
    return {
      name,
      detail: cleanText(detail),
      kind: this.kinds.getSymbolKind(node),
      range,
      selectionRange: isWithin(selection, range) ? selection : range,
      ...(children.length > 0 ? { children } : {}),
    };
  }
}

interface Label {
  readonly name: string | undefined;
  readonly detail: string;
  /** Where the name stands. */
  readonly at: CstNode | undefined;
}

function labelOf(node: AstNode): Label {
  const property = (of: string) => GrammarUtils.findNodeForProperty(node.$cstNode, of);
  if (ast.isDecision(node)) {
    const name = `${node.verb} ${namesAsWritten(node.requirements)}`.trim();
    return { name, detail: `on ${node.targets.map(({ $cstNode }) => $cstNode?.text ?? '').join(', ')}`, at: property('verb') };
  }
  if (ast.isCite(node)) {
    return {
      name: `cite ${written(node.standard)?.$refText ?? ''}`.trim(),
      detail: `for ${namesAsWritten(node.requirements)}`,
      at: property('standard'),
    };
  }
  if (ast.isControlUse(node)) {
    const by = node.mechanisms.length > 0 ? ` by ${namesAsWritten(node.mechanisms)}` : '';
    return { name: node.control?.$refText, detail: `control${by}`, at: property('control') };
  }
  if (ast.isSetting(node)) {
    return { name: written(node.attribute)?.$refText, detail: `= ${node.value?.$cstNode?.text ?? ''}`.trim(), at: property('attribute') };
  }
  if (ast.isMechanismUse(node)) return { name: namesAsWritten(node.mechanisms), detail: 'uses', at: property('mechanisms') };
  if (ast.isStores(node)) return { name: namesAsWritten(node.data), detail: 'stores', at: property('data') };
  if (ast.isServiceRole(node)) return { name: written(node.name), detail: `role of ${namesAsWritten(node.kinds)}`, at: property('name') };
  if (ast.isRule(node)) return { name: `applies to ${written(node.sort) ?? ''}`.trim(), detail: '', at: property('place') };
  return { name: isNamed(node) ? node.name : undefined, detail: detailOf(node), at: property('name') };
}

function childrenOf(node: AstNode): readonly AstNode[] {
  if (ast.isRequirement(node)) return node.rules;
  const { body, roles = [] } = node as { body?: readonly ast.BodyItem[]; roles?: readonly ast.ServiceRole[] };
  return [...roles, ...(body ?? [])].filter((item) => !ast.isNote(item));
}

function isWithin(inner: Range, outer: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
