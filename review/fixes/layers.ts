import type { SourceMap } from '../../language/source/index.js';
import { carriersOf } from '../../language/semantics/index.js';
import type { Flow, Link, Mechanism, Protected } from '../../language/model/index.js';
import type { Edit } from '../../language/writing/index.js';
import type { Evaluator } from '../evaluate.js';
import type { Facts } from '../facts.js';
import { spanCovers } from '../spans.js';
import { countedHops } from './stacks.js';
import { takesThePlaceOf } from './possible.js';
import { asLayer } from './write.js';

/** Hops that have to be covered besides those that count for every flow. */
export interface AskedHops {
  /** The hops that one span must cover, as indices into `Flow.hops`. */
  readonly passing?: readonly number[] | undefined;
  /** The link that asks for its protection. */
  readonly over?: string | undefined;
  /** The hops that are open, where nothing else is to be covered: what protects the others stays as it is. */
  readonly only?: { readonly hops: readonly number[]; readonly protects: Protected } | undefined;
}

/** Writes a mechanism into the stack of a link, or of a flow over all hops that it has to cover. */
export function layerEdit(
  element: Link | Flow,
  mechanism: Mechanism,
  { facts }: Evaluator,
  sources: SourceMap,
  asked: AskedHops = {},
): Edit {
  const { liesOn } = carriersOf(facts.catalogue);
  const place = {
    replaces: (other: string) => takesThePlaceOf(mechanism.name, other, facts),
    bears: (other: string) => liesOn(other, mechanism.name),
  };
  if (element.sort === 'link') return asLayer(sources, element, mechanism.name, place, () => true, '');
  const { passing = [], over, only } = asked;
  const overLink = element.hops.flatMap((hop, index) => (over !== undefined && hop.link === over ? [index] : []));
  const counted = () => [...new Set([...countedHops(element, facts), ...overLink, ...passing])];
  const needed = only === undefined ? counted() : only.protects === 'message' ? fromEndToEnd(element, only.hops, facts) : only.hops;
  const reaches = (layer: Flow['layers'][number]) => needed.every((hop) => spanCovers(element, layer, hop));
  return asLayer(sources, element, mechanism.name, place, reaches, boundsOf(element, needed));
}

/** Whoever proves or hides a message is its sender or receiver, or somebody who may read everything: what only passes it on is none of these. */
function fromEndToEnd(flow: Flow, open: readonly number[], facts: Facts): number[] {
  const steps = open.map((index) => flow.hops[index]!.step);
  let [first, last] = [Math.min(...steps), Math.max(...steps)];
  const isEnd = (stop: number) => flow.stops[stop]!.every((name) => facts.isTrusted(name));
  while (first > 0 && !isEnd(first)) first--;
  while (last < flow.stops.length - 2 && !isEnd(last + 1)) last++;
  return flow.hops.flatMap(({ step }, index) => (step >= first && step <= last ? [index] : []));
}

/** ` from A to B` where a layer need not run over the whole path and the ends of the part are plain. */
function boundsOf(flow: Flow, needed: readonly number[]): string {
  const steps = needed.map((index) => flow.hops[index]!.step);
  if (steps.length === 0) return '';
  const [first, last] = [Math.min(...steps), Math.max(...steps) + 1];
  const named = (stop: number) => {
    const [only, ...others] = flow.stops[stop] ?? [];
    const isPlain = only !== undefined && others.length === 0 && flow.stops.filter((one) => one.includes(only)).length === 1;
    return isPlain ? only : undefined;
  };
  const from = first === 0 ? undefined : named(first);
  const to = last === flow.stops.length - 1 ? undefined : named(last);
  return `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
}
