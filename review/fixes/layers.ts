import type { SourceMap } from '../../language/source/index.js';
import { carriersOf } from '../../language/semantics/index.js';
import type { Flow, Link, Mechanism } from '../../language/model/index.js';
import type { Edit } from '../../language/writing/index.js';
import type { Evaluator } from '../evaluate.js';
import { spanCovers } from '../spans.js';
import { countedHops } from './stacks.js';
import { takesThePlaceOf } from './possible.js';
import { asLayer } from './write.js';

/** Hops that have to be covered besides those that count for every flow. */
interface Asked {
  /** The hops that one span must cover, as indices into `Flow.hops`. */
  readonly passing?: readonly number[] | undefined;
  /** The link that asks for its protection. */
  readonly over?: string;
}

/** Writes a mechanism into the stack of a link, or of a flow over all hops that it has to cover. */
export function layerEdit(element: Link | Flow, mechanism: Mechanism, { facts }: Evaluator, sources: SourceMap, asked: Asked = {}): Edit {
  const { liesOn } = carriersOf(facts.catalogue);
  const place = {
    replaces: (other: string) => takesThePlaceOf(mechanism.name, other, facts),
    bears: (other: string) => liesOn(other, mechanism.name),
  };
  if (element.sort === 'link') return asLayer(sources, element, mechanism.name, place, () => true, '');
  const { passing = [], over } = asked;
  const overLink = element.hops.flatMap((hop, index) => (over !== undefined && hop.link === over ? [index] : []));
  const needed = [...new Set([...countedHops(element, facts), ...overLink, ...passing])];
  const reaches = (layer: Flow['layers'][number]) => needed.every((hop) => spanCovers(element, layer, hop));
  return asLayer(sources, element, mechanism.name, place, reaches, boundsOf(element, needed));
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
