import { elementsOfSort } from './elements.js';
import type { Architecture, Decision, Element, Link, Target } from '../model/architecture.js';
import { isOfKind, sortsWithKinds } from './kinds.js';
import { oncePer } from './once.js';
import { endsOfLink } from './ways.js';
import { zonesOfLink } from './zones.js';

/** `meter`, `street and within`, `every smart-meter`: a target as it is written. */
export function targetWords({ reach, name }: Target): string {
  return reach === 'itself' ? name : reach === 'within' ? `${name} and within` : `every ${name}`;
}

// Reports ask of each element which decisions cover it.
const coversIn = oncePer<Architecture, Map<Decision, ReadonlySet<string>>>(() => new Map());

/** The names of all elements that a decision is about, each once. */
export function coveredBy(decision: Decision, architecture: Architecture): ReadonlySet<string> {
  const covers = coversIn(architecture);
  let covered = covers.get(decision);
  if (covered === undefined) {
    covered = new Set(decision.targets.flatMap((target) => coverOf(target, architecture)));
    covers.set(decision, covered);
  }
  return covered;
}

/** The decisions that are about each element, by its name, in their order. */
export const decisionsAbout = oncePer<Architecture, ReadonlyMap<string, readonly Decision[]>>((architecture) => {
  const found = new Map<string, Decision[]>();
  for (const decision of architecture.decisions) {
    for (const name of coveredBy(decision, architecture)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [decision]);
      else known.push(decision);
    }
  }
  return found;
});

/** The names of the elements that one target of a decision is about. */
export function coverOf({ reach, name }: Target, architecture: Architecture): readonly string[] {
  switch (reach) {
    case 'itself':
      return [name];
    case 'within':
      return elementsWithin(name, architecture).map((element) => element.name);
    case 'every':
      return sortsWithKinds
        .flatMap((sort) => elementsOfSort(architecture, sort))
        .filter((element) => isOfKind(element, name, architecture.catalogue))
        .map((element) => element.name);
  }
}

/** A zone, the zones in it, their components, and the links and flows that do not leave it. Data and the design stand nowhere. */
function elementsWithin(zone: string, architecture: Architecture): Element[] {
  const { zones, components, links, flows } = architecture;
  const inside = zonesIn(zone, architecture);
  const isIn = (name: string | undefined) => name !== undefined && inside.has(name);
  const holds = (component: string) => isIn(components.get(component)?.zone);
  const stays = (link: Link | undefined) => link !== undefined && (zonesOfLink(link)?.every(isIn) ?? endsOfLink(link).every(holds));
  return [
    ...[...zones.values()].filter(({ name }) => isIn(name)),
    ...[...components.keys()].filter(holds).map((name) => components.get(name)!),
    ...[...links.values()].filter(stays),
    // A hop that no link carries, or that several could, goes nobody knows where.
    ...[...flows.values()].filter(
      ({ stops, hops }) => stops.flat().every(holds) && hops.every(({ link }) => link !== undefined && stays(links.get(link))),
    ),
  ];
}

/** A zone and those within it, at any depth; none where there is no such zone. */
function zonesIn(zone: string, { zones }: Architecture): ReadonlySet<string> {
  const inside = new Set(zones.has(zone) ? [zone] : []);
  // Each round reaches one level deeper, and a set takes every zone once.
  for (let size = 0; size < inside.size;) {
    size = inside.size;
    for (const { name, zone: around } of zones.values()) if (around !== undefined && inside.has(around)) inside.add(name);
  }
  return inside;
}
