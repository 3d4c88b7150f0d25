import type { Element } from '../model/architecture.js';
import type { Catalogue, Kind, KindSort, ElementSort } from '../model/catalogue.js';
import { longestChain, reachedFrom } from './closure.js';

/** The kinds of something with their distance from it, nearest first and then in the order written. */
export type Lineage = ReadonlyMap<string, number>;

interface Descent {
  readonly parents: readonly string[];
}

/** Everything that `is` leads to from the given names, which have distance 1, as far as chains are followed. Cycles end where they close. */
export function lineage(start: readonly string[], table: ReadonlyMap<string, Descent>, first = 1): Lineage {
  const found = new Map<string, number>();
  let level: readonly string[] = start;
  for (let distance = first; level.length > 0 && distance <= longestChain; distance++) {
    const next: string[] = [];
    for (const name of level) {
      if (found.has(name)) continue;
      found.set(name, distance);
      next.push(...(table.get(name)?.parents ?? []));
    }
    level = next;
  }
  return found;
}

/** A mechanism and all that it is a form of, itself at distance 0. */
export function mechanismLineage(mechanism: string, { mechanisms }: Pick<Catalogue, 'mechanisms'>): Lineage {
  return lineage([mechanism], mechanisms, 0);
}

/** All kinds of an element; of a flow, its services. */
export function kindsOf({ sort, kinds }: Pick<Element, 'sort' | 'kinds'>, catalogue: Catalogue): Lineage {
  return lineage(kinds, kindTable(sort, catalogue));
}

export function isOfKind(element: Element | undefined, kind: string, catalogue: Catalogue): boolean {
  return element !== undefined && kindsOf(element, catalogue).has(kind);
}

/** What a control brings with it, itself left out. */
export function impliedBy(control: string, catalogue: Catalogue): readonly string[] {
  return withImplied(control, catalogue).slice(1);
}

/** A control and all that it brings with it, itself first. */
export function withImplied(control: string, { controls }: Catalogue): readonly string[] {
  return [...reachedFrom([control], (name) => controls.get(name)?.implies ?? [])];
}

/** The sorts of elements that have kinds. */
export const sortsWithKinds = ['zone', 'component', 'data', 'flow'] as const satisfies readonly ElementSort[];

/** What a sort of kinds are kinds of: a service is a kind of flow. */
export function sortOfKind(sort: KindSort): (typeof sortsWithKinds)[number] {
  return sort === 'service' ? 'flow' : sort;
}

/** The definitions of kinds for a sort of element; none where nothing of it has a kind. */
export function kindTable(sort: string, catalogue: Catalogue): ReadonlyMap<string, Kind> {
  switch (sort) {
    case 'component':
      return catalogue.componentKinds;
    case 'zone':
      return catalogue.zoneKinds;
    case 'data':
      return catalogue.dataClasses;
    case 'flow':
      return catalogue.services;
    default:
      return new Map();
  }
}
