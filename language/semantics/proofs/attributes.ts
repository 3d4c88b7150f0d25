import type { Catalogue, Place } from '../../model/catalogue.js';
import type { Operand } from '../../model/condition.js';
import type { Value } from '../../model/value.js';
import type { Sort } from './members.js';

/** Where a subject of a sort has an attribute's value from: itself (its kinds and zones included), its ends, or nowhere. */
export type Bearer = 'own' | 'ends' | 'nobody';

/** Places whose settings reach a subject of a sort: a component has what its zones say, a zone may speak for its components. */
const reaching: Readonly<Record<Sort, readonly Place[]>> = {
  component: ['component', 'zone'],
  zone: ['zone', 'component'],
  link: ['link', 'zone', 'component'],
  flow: ['flow'],
  data: ['data'],
  design: ['design'],
  protocol: [],
};

/** Holds for designs in which every attribute stands where its definition allows it. */
export function bearerOf(attribute: string, sort: Sort, { attributes }: Catalogue): Bearer {
  const places = attributes.get(attribute)?.places ?? [];
  if (sort === 'link' || sort === 'flow') {
    if (attribute === 'party') return 'nobody';
    if (places.includes('component') && !places.includes(sort)) return 'ends';
  }
  if (sort !== 'protocol' && places.length === 0) return 'own';
  return places.some((place) => reaching[sort].includes(place)) ? 'own' : 'nobody';
}

/** Its value where nobody says any. Of a link or flow, a party is never known. */
export function defaultOf(attribute: string, sort: Sort, { attributes }: Catalogue): Value | undefined {
  return attribute === 'party' && (sort === 'link' || sort === 'flow') ? undefined : attributes.get(attribute)?.default;
}

/** Whether neither it nor a default can ever give a value. */
export function isNeverSet(attribute: string, sort: Sort, catalogue: Catalogue): boolean {
  return bearerOf(attribute, sort, catalogue) === 'nobody' && defaultOf(attribute, sort, catalogue) === undefined;
}

/** The value that an operand always has: what is written, or a default that nothing can override. */
export function fixedValue(operand: Operand, sort: Sort, catalogue: Catalogue): Value | undefined {
  if (operand.kind !== 'attribute') return operand;
  return bearerOf(operand.attribute, sort, catalogue) === 'nobody' ? defaultOf(operand.attribute, sort, catalogue) : undefined;
}
