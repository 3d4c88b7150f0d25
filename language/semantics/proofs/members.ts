import type { Place } from '../../model/catalogue.js';
import type { Relation, RelationName } from '../../model/condition.js';

/** What a condition may be about. */
export type Sort = Place | 'protocol';

/** What the members of each relation are. */
export const sortOfRelation: Readonly<Record<RelationName, Sort>> = {
  flow: 'flow',
  'incoming flow': 'flow',
  'outgoing flow': 'flow',
  link: 'link',
  hop: 'link',
  'first hop': 'link',
  'last hop': 'link',
  end: 'component',
  relay: 'component',
  neighbour: 'component',
  data: 'data',
  component: 'component',
  holder: 'component',
  zone: 'zone',
  protocol: 'protocol',
};

/** The relations that lead anywhere, by what they are asked of: the table of the language reference. */
const relationsOf: Readonly<Record<Sort, readonly RelationName[]>> = {
  component: ['flow', 'incoming flow', 'outgoing flow', 'link', 'neighbour', 'data', 'zone'],
  link: ['flow', 'end', 'data', 'zone', 'protocol'],
  flow: ['link', 'hop', 'first hop', 'last hop', 'end', 'relay', 'data', 'protocol'],
  zone: ['component', 'flow', 'link', 'data'],
  data: ['flow', 'holder'],
  design: ['component'],
  protocol: [],
};

/** The relations that lead from a sort of subject to members of one of some sorts. */
export function relationsTo(places: readonly Place[], sort: Sort): RelationName[] {
  return relationsOf[sort].filter((name) => (places as readonly Sort[]).includes(sortOfRelation[name]));
}

const isPlaced = (sort: Sort) => sort === 'component' || sort === 'zone';

/** Whether a relation has no members, whatever the design: it is not defined for such a subject. */
export function leadsNowhere({ name, within }: Relation, sort: Sort): boolean {
  switch (within?.kind) {
    case undefined:
      return !relationsOf[sort].includes(name);
    case 'same zone':
      return !isPlaced(sort) || !isPlaced(sortOfRelation[name]);
    default:
      return false;
  }
}
