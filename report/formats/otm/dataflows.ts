import type { Flow, Link } from '../../../language/model/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { basics, idOf } from './ids.js';
import { threatsOn } from './threats.js';

/** A link of 300 to 300 ends would be 90,000 entries, in a file that no tool opens. */
const mostPairs = 400;

/**
 * Flows from their first to their last stop, and links. The format knows one source and one destination: where there are several, each
 * two are an entry, numbered behind the element's id, up to a bound that is told in `left-out`.
 */
export function dataflowsOf(review: NamedReview) {
  const { flows, links } = review.assessment.architecture;
  return [
    ...[...flows.values()].flatMap((flow) => {
      const [first, last] = [flow.stops[0] ?? [], flow.stops.length < 2 ? [] : (flow.stops.at(-1) ?? [])];
      return entriesOf(flow, first, last, [...flow.carries, ...flow.returns], flow.returns.length > 0, review);
    }),
    ...[...links.values()].flatMap((link) => entriesOf(link, link.sources, link.targets, link.carries, link.twoWay, review)),
  ];
}

function entriesOf(
  element: Flow | Link,
  sources: readonly string[],
  targets: readonly string[],
  data: readonly string[],
  bidirectional: boolean,
  review: NamedReview,
) {
  const { components, data: known } = review.assessment.architecture;
  const told = (names: readonly string[]) => [...new Set(names)].filter((name) => components.has(name));
  const [from, to] = [told(sources), told(targets)];
  const pairs = from.slice(0, mostPairs).flatMap((source) => to.slice(0, mostPairs).map((destination) => ({ source, destination })));
  const kept = pairs.slice(0, mostPairs);
  const left = from.length * to.length - kept.length;
  const common = basics(element, review);
  const attributes = {
    ...common.attributes,
    ...wayOf(element),
    ...(left === 0 ? {} : { 'left-out': `${left} further pairs of ends` }),
  };
  const assets = [...new Set(data)].filter((name) => known.has(name)).map((name) => idOf(name, review));
  const threats = threatsOn(element.name, review);
  return kept.map(({ source, destination }, index) => ({
    ...common,
    attributes,
    id: index === 0 ? common.id : `${common.id}#${index + 1}`,
    bidirectional,
    source: idOf(source, review),
    destination: idOf(destination, review),
    assets,
    threats,
    tags: [element.sort, ...element.kinds],
  }));
}

/** The stops of a flow, the protocols of both. */
function wayOf(element: Flow | Link): Record<string, string> {
  const protocols = [...new Set(element.layers.flatMap(({ stack }) => stack))];
  return {
    ...(element.sort === 'flow' ? { way: element.stops.map((stop) => stop.join(', ')).join(' -> ') } : {}),
    ...(protocols.length === 0 ? {} : { protocols: protocols.join(', ') }),
  };
}
