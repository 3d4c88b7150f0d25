import type { Attribute, Catalogue, ElementSort } from '../model/catalogue.js';
import type { Operand } from '../model/condition.js';
import type { Value } from '../model/value.js';
import { knownNames } from './known-names.js';
import { mayStand, type SubjectSort } from './subject.js';

/** Where a subject of a sort has an attribute's value from: itself (its kinds and zones included), its ends, or nowhere. */
export type ValueBearer = 'own' | 'ends' | 'nobody';

/** Sorts of elements whose settings reach a subject of a sort: a component has what its zones say, a zone may speak for its components. */
const reaching: Readonly<Record<SubjectSort, readonly ElementSort[]>> = {
  component: ['component', 'zone'],
  zone: ['zone', 'component'],
  link: ['link', 'zone', 'component'],
  flow: ['flow'],
  data: ['data'],
  design: ['design'],
  protocol: [],
};

type Attributes = Pick<Catalogue, 'attributes'>;

/** A party is somebody's who runs something: of a link or flow it is never known, and its ends pass none on. */
export function isPartyOfWay(attribute: string, sort: SubjectSort): boolean {
  return attribute === knownNames.party && (sort === 'link' || sort === 'flow');
}

/** Whether an attribute, asked of a subject, is asked of the components at its ends instead. */
export function isOfEnds(attribute: string, sort: SubjectSort, { attributes }: Attributes): boolean {
  if ((sort !== 'link' && sort !== 'flow') || isPartyOfWay(attribute, sort)) return false;
  const sorts = attributes.get(attribute)?.sorts ?? [];
  return sorts.includes('component') && !sorts.includes(sort);
}

/** Whether a body of a sort of element may set an attribute: what a zone says holds for the components in it. */
export function mayBeSet(attribute: Pick<Attribute, 'sorts' | 'counts'>, sort: ElementSort): boolean {
  if (attribute.counts !== undefined) return false;
  return mayStand(attribute, sort) || (sort === 'zone' && mayStand(attribute, 'component'));
}

/** Holds for designs in which every attribute stands where its definition allows it. */
export function bearerOf(attribute: string, sort: SubjectSort, { attributes }: Attributes): ValueBearer {
  if (isPartyOfWay(attribute, sort)) return 'nobody';
  if (isOfEnds(attribute, sort, { attributes })) return 'ends';
  const sorts = attributes.get(attribute)?.sorts ?? [];
  if (sort !== 'protocol' && sorts.length === 0) return 'own';
  return sorts.some((one) => reaching[sort].includes(one)) ? 'own' : 'nobody';
}

/** Its value where nobody says any. */
export function defaultOf(attribute: string, sort: SubjectSort, { attributes }: Attributes): Value | undefined {
  return isPartyOfWay(attribute, sort) ? undefined : attributes.get(attribute)?.default;
}

/** Whether a condition on a subject of a sort can tell one from another by an attribute: somebody may give it a value of its own. */
export function tellsApart(attribute: string, sort: SubjectSort, catalogue: Attributes): boolean {
  return bearerOf(attribute, sort, catalogue) !== 'nobody';
}

/** Whether neither it nor a default can ever give a value. */
export function isNeverSet(attribute: string, sort: SubjectSort, catalogue: Attributes): boolean {
  return bearerOf(attribute, sort, catalogue) === 'nobody' && defaultOf(attribute, sort, catalogue) === undefined;
}

/** The value that an operand always has: what is written, or a default that nothing can override. */
export function fixedValue(operand: Operand, sort: SubjectSort, catalogue: Attributes): Value | undefined {
  if (operand.kind !== 'attribute') return operand;
  return bearerOf(operand.attribute, sort, catalogue) === 'nobody' ? defaultOf(operand.attribute, sort, catalogue) : undefined;
}
