import type { Architecture, Flow, Hop } from '../../language/model/index.js';
import { carriesFrom } from '../../language/semantics/hops.js';
import { isPassed } from '../../language/wellformed/hops.js';
import { freeElementName } from '../../language/wellformed/free-name.js';
import { above } from '../../language/writing/index.js';
import type { RefactoringOffer, Refactoring, Selection } from './refactoring.js';

/** Writes the links that the hops of a flow lack, above the flow. */
export const missingLinks: Refactoring = { kind: 'refactor.rewrite.meterlint.hops', offers };

function* offers(selection: Selection): Iterable<RefactoringOffer> {
  const { text, designs } = selection;
  const flow = flowAt(selection);
  if (flow === undefined) return;
  const missing = pairsWithoutLink(flow, designs);
  if (missing.length === 0) return;
  const taken = new Set<string>();
  const lines = missing.map(({ from, to, twoWay }) => {
    const name = freeElementName(`${from}-${to}`, designs, taken);
    taken.add(name);
    return `link ${name}: ${from} ${twoWay ? '<->' : '->'} ${to}`;
  });
  yield {
    does: ['drawLinks', flow.name, missing.map(({ from, to, twoWay }) => `${from} ${twoWay ? '<->' : '->'} ${to}`)],
    changes: [above(flow.file, text, selection.snapshot.sources.sourceOf(flow).extent.startOffset, lines)],
  };
}

export function flowAt({ document, model, designs, snapshot, start, end }: Selection): Flow | undefined {
  const nodes = model.elements.filter(({ $cstNode: cst }) => cst !== undefined && cst.offset <= end && cst.end >= start);
  const [node] = nodes;
  const flow = nodes.length === 1 && node?.$type === 'Flow' ? designs[0]?.flows.get(node.name) : undefined;
  if (flow?.file !== document.uri.toString()) return undefined;
  return snapshot.sources.sourceOf(flow).extent.startOffset === node?.$cstNode?.offset ? flow : undefined;
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly twoWay: boolean;
}

/** Each two components once, both ways where something comes back, or where this or another flow passes the other way. */
function pairsWithoutLink(flow: Flow, designs: readonly Architecture[]): Pair[] {
  const open = flow.hops.filter((hop) => designs.every((design) => isWithoutLink(hop, design)));
  const pairs = new Map<string, Pair>();
  for (const { from, to } of open) {
    const back = pairs.get(`${to} ${from}`);
    if (back !== undefined) pairs.set(`${to} ${from}`, { ...back, twoWay: true });
    else if (!pairs.has(`${from} ${to}`))
      pairs.set(`${from} ${to}`, { from, to, twoWay: flow.returns.length > 0 || isPassed(to, from, designs) });
  }
  return [...pairs.values()];
}

/** Neither this way nor the other: a link that goes the wrong way is to be turned, not doubled. */
function isWithoutLink({ from, to }: Hop, { links, components }: Architecture): boolean {
  if (from === to || !components.has(from) || !components.has(to)) return false;
  return ![...links.values()].some((link) => carriesFrom(link, from, to) || carriesFrom(link, to, from));
}
