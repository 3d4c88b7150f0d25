import { longestChain } from './closure.js';
import type { Architecture, Component, Element, Link, Zone } from '../model/architecture.js';

/** A zone and those around it, innermost first, as far as chains are followed; none where there is no such zone. */
export function zonesAround<Z extends { readonly zone: string | undefined }>(name: string | undefined, zones: ReadonlyMap<string, Z>): Z[] {
  const named = (one: string | undefined) => (one === undefined ? undefined : zones.get(one));
  const found = new Set<Z>();
  for (let zone = named(name); zone !== undefined && !found.has(zone) && found.size < longestChain; zone = named(zone.zone))
    found.add(zone);
  return [...found];
}

/** The zones that a link names itself; undefined where it names none, and is where its ends are. */
export function zonesOfLink({ zones }: Pick<Link, 'zones'>): readonly string[] | undefined {
  return zones.length === 0 ? undefined : zones;
}

/** What is asked of a design again and again: who asks often keeps the answers. */
export interface DesignLookups {
  readonly architecture: Architecture;
  component(name: string): Component | undefined;
  zone(name: string): Zone | undefined;
  zonesAround(zone: string | undefined): readonly Zone[];
}

/** The zones whose word counts where an element says nothing itself, innermost first: those that it stands in, and of a link its own. */
export function zonesSpeakingFor(element: Element, design: DesignLookups): readonly Zone[] {
  switch (element.sort) {
    case 'component':
    case 'zone':
      return design.zonesAround(element.zone);
    case 'link':
      return (zonesOfLink(element) ?? []).flatMap((zone) => design.zone(zone) ?? []);
    default:
      return [];
  }
}

/** The name behind `run by`: of a component or zone itself, else of the innermost zone around it that has one. */
export function runnerNamed({ runBy, zone }: Component | Zone, design: DesignLookups): string | undefined {
  return runBy ?? design.zonesAround(zone).find((around) => around.runBy !== undefined)?.runBy;
}
