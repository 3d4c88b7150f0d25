import type { Architecture, Component, Element, Setting } from '../language/model/index.js';
import { lineage } from '../language/model/kinds.js';

/** How many devices or homes each element of a design is about, as far as a `count` says so; what says nothing is one. */
export function devicesOf(architecture: Architecture): (element: Element) => number {
  const known = new Map<string, number>();
  return (element) => {
    let devices = known.get(element.name);
    if (devices === undefined) known.set(element.name, (devices = Math.max(1, about(element, architecture))));
    return devices;
  };
}

function about(element: Element, architecture: Architecture): number {
  const { components } = architecture;
  const named = (names: readonly string[]) => names.flatMap((name) => components.get(name) ?? []);
  const largest = (list: readonly Component[]) => list.reduce((most, one) => Math.max(most, countOf(one, architecture)), 0);
  const all = (list: readonly Component[]) => list.reduce((sum, one) => sum + countOf(one, architecture), 0);
  switch (element.place) {
    case 'component':
      return countOf(element, architecture);
    case 'link':
      return largest(named([...element.sources, ...element.targets]));
    case 'flow':
      return largest(named([...(element.stops[0] ?? []), ...(element.stops.at(-1) ?? [])]));
    case 'zone':
      return all([...components.values()].filter(({ zone }) => isInside(zone, element.name, architecture)));
    case 'data':
      return all([...components.values()].filter(({ stores }) => stores.includes(element.name)));
    case 'design':
      // A fleet is what there is more than one of; single systems add nothing to the number of homes.
      return all([...components.values()].filter((one) => countOf(one, architecture) > 1));
  }
}

/** Zones may stand in a circle while somebody writes. */
function isInside(zone: string | undefined, wanted: string, { zones }: Architecture): boolean {
  const seen = new Set<string>();
  for (let at = zone; at !== undefined && !seen.has(at); at = zones.get(at)?.zone) {
    if (at === wanted) return true;
    seen.add(at);
  }
  return false;
}

/** Its own, else that of the nearest kind that has one. */
function countOf({ settings, kinds }: Component, { catalogue: { componentKinds } }: Architecture): number {
  const own = countIn(settings);
  if (own !== undefined) return own;
  for (const kind of lineage(kinds, componentKinds).keys()) {
    const count = countIn(componentKinds.get(kind)?.settings ?? []);
    if (count !== undefined) return count;
  }
  return 1;
}

function countIn(settings: readonly Setting[]): number | undefined {
  const value = settings.find(({ attribute }) => attribute === 'count')?.value;
  return value?.kind === 'integer' ? value.number : undefined;
}
