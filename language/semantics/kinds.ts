import type { Catalogue, Kind } from '../model/catalogue.js';

/** The kinds of something with their distance from it, nearest first and then in the order written. */
export type Lineage = ReadonlyMap<string, number>;

interface Descent {
  readonly parents: readonly string[];
}

/** Everything that `is` leads to from the given names, which have distance 1. Cycles end where they close. */
export function lineage(start: readonly string[], table: ReadonlyMap<string, Descent>, first = 1): Lineage {
  const found = new Map<string, number>();
  let level: readonly string[] = start;
  for (let distance = first; level.length > 0; distance++) {
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

/** What a control brings with it, itself left out. */
export function impliedBy(control: string, catalogue: Catalogue): readonly string[] {
  const found = new Set<string>();
  const open = [...(catalogue.controls.get(control)?.implies ?? [])];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    if (name === control || found.has(name)) continue;
    found.add(name);
    open.push(...(catalogue.controls.get(name)?.implies ?? []));
  }
  return [...found];
}

export function kindTable(place: string, catalogue: Catalogue): ReadonlyMap<string, Kind> {
  switch (place) {
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
