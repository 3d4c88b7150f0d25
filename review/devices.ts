import type { Catalogue, Component, Data, Element } from '../language/model/index.js';
import { endsOfFlow, endsOfLink, knownNames, oncePer, valueOf } from '../language/semantics/index.js';
import type { Facts } from './facts.js';

/** How many devices or homes each element of a design is about, as far as a `count` says so; what says nothing is one. */
export function devicesOf(facts: Facts): (element: Element) => number {
  const known = new Map<string, number>();
  const counts = new Map<Component, number>();
  // The same components are at the ends of links and flows, in zones and in the design.
  const countOf = (component: Component): number => {
    let count = counts.get(component);
    if (count === undefined) counts.set(component, (count = countIn(component, facts)));
    return count;
  };
  return (element) => {
    let devices = known.get(element.name);
    if (devices === undefined) known.set(element.name, (devices = Math.max(1, about(element, facts, countOf))));
    return devices;
  };
}

function about(element: Element, facts: Facts, countOf: (component: Component) => number): number {
  const { components } = facts.architecture;
  const largest = (names: readonly string[]) => names.reduce((most, name) => Math.max(most, countIfThere(components.get(name))), 0);
  const countIfThere = (component: Component | undefined) => (component === undefined ? 0 : countOf(component));
  const all = (list: readonly Component[]) => list.reduce((sum, one) => sum + countOf(one), 0);
  switch (element.sort) {
    case 'component':
      return countOf(element);
    case 'link':
      return largest(endsOfLink(element));
    case 'flow':
      return largest(endsOfFlow(element));
    case 'zone':
      return all(facts.componentsIn(element.name));
    case 'data':
      return all(toldOf(element, facts));
    case 'design':
      // A fleet is what there is more than one of; single systems add nothing to the number of homes.
      return all([...components.values()].filter((one) => countOf(one) > 1));
  }
}

/** The kinds of devices or homes that the harms of a catalogue are counted in. */
const countedKinds = oncePer(({ harms }: Catalogue): readonly string[] =>
  [...harms.values()].flatMap(({ counts }) => (counts?.kind === undefined ? [] : [counts.kind])),
);

/**
 * What data are about, or what a key opens: the devices that keep them, whoever else does; else those at the ways on which they go; else those that their keepers
 * speak with. Where none of these is a device of homes, the keepers.
 */
function toldOf({ name }: Data, facts: Facts): readonly Component[] {
  const kinds = countedKinds(facts.catalogue);
  const devices = (list: readonly Component[]) => [...new Set(list)].filter((one) => kinds.some((kind) => facts.is(one, kind)));
  const holders = facts.holders(name);
  const ways = [
    () => holders,
    () => facts.flowsCarrying(name).flatMap((flow) => facts.components(endsOfFlow(flow))),
    () => holders.flatMap((one) => facts.linksAt(one.name).flatMap((link) => facts.components(endsOfLink(link)))),
  ];
  for (const way of ways) {
    const found = devices(way());
    if (found.length > 0) return found;
  }
  return holders;
}

function countIn(component: Component, facts: Facts): number {
  const value = valueOf(component, knownNames.count, facts);
  return value?.kind === 'integer' ? value.number : 1;
}
