import type { Flow, Link } from '../../../language/model/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { basics, idOf } from './ids.js';
import { threatsOn } from './threats.js';

/**
 * Flows from their first to their last stop, and links. The format knows one source and one destination: where there are several, each
 * two are an entry, numbered behind the element's id.
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
  const pairs = told(sources).flatMap((source) => told(targets).map((destination) => ({ source, destination })));
  const common = basics(element, review);
  const attributes = { ...common.attributes, ...wayOf(element) };
  const assets = [...new Set(data)].filter((name) => known.has(name)).map((name) => idOf(name, review));
  const threats = threatsOn(element.name, review);
  return pairs.map(({ source, destination }, index) => ({
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
