import type { Architecture, Element } from '../model/architecture.js';
import type { ElementSort } from '../model/catalogue.js';
import { oncePer } from './once.js';
import { allPlaces } from './subject.js';

/** The elements of a place that are declared by statements of their own, by name. */
export function elementTable(
  place: Exclude<ElementSort, 'design'>,
  { zones, components, data, links, flows }: Architecture,
): ReadonlyMap<string, Element> {
  return { zone: zones, component: components, data, link: links, flow: flows }[place];
}

/** All elements of a place in the order of their files and lines; an implicit design is none. */
export function elementsOfSort(architecture: Architecture, place: ElementSort): readonly Element[] {
  if (place === 'design') return architecture.design.implicit ? [] : [architecture.design];
  return listed(elementTable(place, architecture));
}

const listed = oncePer((table: ReadonlyMap<string, Element>): readonly Element[] => [...table.values()]);

/** All elements of a design, sort by sort, the design itself first. */
export function allElements(architecture: Architecture): readonly Element[] {
  return allPlaces.flatMap((place) => elementsOfSort(architecture, place));
}
