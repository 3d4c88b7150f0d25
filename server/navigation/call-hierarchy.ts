import { AstUtils, interruptAndCheck, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { CallHierarchyProvider, NodeKindProvider } from 'langium/lsp';
import {
  CancellationToken,
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  type Range,
} from 'vscode-languageserver';
import * as ast from '../../language/generated/ast.js';
import { stepsAt, type DataStep } from './data-steps.js';
import { detailOf } from './detail.js';
import { itemOf, nodeOfItem, targetAt, type WithNames } from './target.js';

/** The steps between two components. */
interface Bundle {
  readonly other: ast.Component;
  readonly steps: { readonly step: DataStep; readonly uri: string }[];
}

/** Data that comes into a component and goes out of it, a step at a time, as calls. */
export class MeterCallHierarchy implements CallHierarchyProvider {
  constructor(
    private readonly names: WithNames,
    private readonly documents: LangiumDocuments,
    private readonly kinds: NodeKindProvider,
  ) {}

  prepareCallHierarchy(document: LangiumDocument, { position }: CallHierarchyPrepareParams): CallHierarchyItem[] | undefined {
    const target = targetAt(this.names, document, position);
    const item = target !== undefined && ast.isComponent(target) ? this.item(target, detailOf(target)) : undefined;
    return item && [item];
  }

  async incomingCalls(
    { item }: CallHierarchyIncomingCallsParams,
    token: CancellationToken = CancellationToken.None,
  ): Promise<CallHierarchyIncomingCall[]> {
    const bundles = await this.bundles(item, 'to', token);
    return bundles.flatMap(({ other, steps }) => {
      const from = this.item(other, told(steps));
      return from === undefined ? [] : [{ from, fromRanges: rangesIn(from, steps) }];
    });
  }

  async outgoingCalls(
    { item }: CallHierarchyOutgoingCallsParams,
    token: CancellationToken = CancellationToken.None,
  ): Promise<CallHierarchyOutgoingCall[]> {
    const bundles = await this.bundles(item, 'from', token);
    return bundles.flatMap(({ other, steps }) => {
      const to = this.item(other, told(steps));
      return to === undefined ? [] : [{ to, fromRanges: rangesIn(item, steps) }];
    });
  }

  /** The steps that have the component at one end, by the component at the other. */
  private async bundles(item: CallHierarchyItem, end: 'from' | 'to', token: CancellationToken): Promise<Bundle[]> {
    const component = nodeOfItem({ ...item }, this.documents);
    if (component === undefined || !ast.isComponent(component)) return [];
    const found = new Map<ast.Component, Bundle>();
    for (const document of this.documents.all) {
      await interruptAndCheck(token);
      for (const step of stepsAt(component, document)) {
        if (step[end] !== component) continue;
        const other = step[end === 'from' ? 'to' : 'from'];
        const bundle = found.get(other) ?? { other, steps: [] };
        bundle.steps.push({ step, uri: AstUtils.getDocument(step.by).uri.toString() });
        found.set(other, bundle);
      }
    }
    return [...found.values()];
  }

  private item(node: ast.Component, detail: string): CallHierarchyItem | undefined {
    return itemOf(node, this.kinds.getSymbolKind(node), detail);
  }
}

/** The flows by name. */
function told(steps: Bundle['steps']): string {
  return [...new Set(steps.map(({ step }) => (step.returned ? `${step.by.name} (answer)` : step.by.name)))].join(', ');
}

/**
 * The protocol wants ranges in the file of the component that sends. Where a flow is drawn in another file, the
 * component's name stands for it.
 */
function rangesIn(sender: CallHierarchyItem, steps: Bundle['steps']): Range[] {
  const ranges = steps.filter(({ uri }) => uri === sender.uri).map(({ step }) => step.range);
  const distinct = ranges.filter((range, index) => ranges.findIndex((one) => JSON.stringify(one) === JSON.stringify(range)) === index);
  return distinct.length > 0 ? distinct : [sender.selectionRange];
}
