import type { Architecture, Element } from '../model/architecture.js';
import type { ElementSort } from '../model/catalogue.js';
import { oncePer } from './once.js';
import { elementSorts } from './subject.js';

/** The elements of a sort that are declared by statements of their own, by name. */
export function elementTable(
  sort: Exclude<ElementSort, 'design'>,
  { zones, components, data, links, flows }: Architecture,
): ReadonlyMap<string, Element> {
  return { zone: zones, component: components, data, link: links, flow: flows }[sort];
}

/** All elements of a sort in the order of their files and lines; an implicit design is none. */
export function elementsOfSort(architecture: Architecture, sort: ElementSort): readonly Element[] {
  if (sort === 'design') return architecture.design.implicit ? [] : [architecture.design];
  return listed(elementTable(sort, architecture));
}

const listed = oncePer((table: ReadonlyMap<string, Element>): readonly Element[] => [...table.values()]);

/** All elements of a design, sort by sort, the design itself first. */
export function allElements(architecture: Architecture): readonly Element[] {
  return elementSorts.flatMap((sort) => elementsOfSort(architecture, sort));
}
