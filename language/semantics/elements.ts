import type { Architecture, Element } from '../model/architecture.js';
import type { ElementSort } from '../model/catalogue.js';
import { allPlaces } from './subject.js';

/** All elements of a place in the order of their files and lines; an implicit design is none. */
export function elementsOfSort(architecture: Architecture, place: ElementSort): readonly Element[] {
  switch (place) {
    case 'zone':
      return [...architecture.zones.values()];
    case 'component':
      return [...architecture.components.values()];
    case 'data':
      return [...architecture.data.values()];
    case 'link':
      return [...architecture.links.values()];
    case 'flow':
      return [...architecture.flows.values()];
    case 'design':
      return architecture.design.implicit ? [] : [architecture.design];
  }
}

/** All elements of a design, sort by sort, the design itself first. */
export function allElements(architecture: Architecture): readonly Element[] {
  return allPlaces.flatMap((place) => elementsOfSort(architecture, place));
}
