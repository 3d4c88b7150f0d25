import type { Component, Element } from '../language/model/index.js';
import { endsOfFlow, endsOfLink, knownNames, valueOf } from '../language/semantics/index.js';
import type { Facts } from './facts.js';

/** How many devices or homes each element of a design is about, as far as a `count` says so; what says nothing is one. */
export function devicesOf(facts: Facts): (element: Element) => number {
  const known = new Map<string, number>();
  return (element) => {
    let devices = known.get(element.name);
    if (devices === undefined) known.set(element.name, (devices = Math.max(1, about(element, facts))));
    return devices;
  };
}

function about(element: Element, facts: Facts): number {
  const { components } = facts.architecture;
  const largest = (names: readonly string[]) => facts.components(names).reduce((most, one) => Math.max(most, countOf(one, facts)), 0);
  const all = (list: readonly Component[]) => list.reduce((sum, one) => sum + countOf(one, facts), 0);
  switch (element.sort) {
    case 'component':
      return countOf(element, facts);
    case 'link':
      return largest(endsOfLink(element));
    case 'flow':
      return largest(endsOfFlow(element));
    case 'zone':
      return all(facts.componentsIn(element.name));
    case 'data':
      return all([...components.values()].filter(({ stores }) => stores.includes(element.name)));
    case 'design':
      // A fleet is what there is more than one of; single systems add nothing to the number of homes.
      return all([...components.values()].filter((one) => countOf(one, facts) > 1));
  }
}

function countOf(component: Component, facts: Facts): number {
  const value = valueOf(component, knownNames.count, facts);
  return value?.kind === 'integer' ? value.number : 1;
}
