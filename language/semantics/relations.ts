import type { ElementSort } from '../model/catalogue.js';
import type { Relation, RelationName } from '../model/condition.js';
import type { HerePlaceName } from '../model/need.js';
import type { SubjectSort } from './subject.js';

/** What the members of each relation are. */
export const sortOfRelation: Readonly<Record<RelationName, SubjectSort>> = {
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
const leading = {
  component: ['flow', 'incoming flow', 'outgoing flow', 'link', 'neighbour', 'data', 'zone'],
  link: ['flow', 'end', 'data', 'zone', 'protocol'],
  flow: ['link', 'hop', 'first hop', 'last hop', 'end', 'relay', 'data', 'protocol'],
  zone: ['component', 'flow', 'link', 'data'],
  data: ['flow', 'holder'],
  design: ['component'],
  protocol: [],
} as const satisfies Readonly<Record<SubjectSort, readonly RelationName[]>>;

/** The relations that lead anywhere from one sort: whoever walks them has a way for each, or does not compile. */
export type Leading<S extends SubjectSort> = (typeof leading)[S][number];

/** The relations that lead anywhere from a sort of subject. */
export function relationsFrom(sort: SubjectSort): readonly RelationName[] {
  return leading[sort];
}

/** The relations that lead from a sort of subject to members of one of some sorts. */
export function relationsTo(sorts: readonly ElementSort[], sort: SubjectSort): RelationName[] {
  return relationsFrom(sort).filter((name) => (sorts as readonly SubjectSort[]).includes(sortOfRelation[name]));
}

const isPlaced = (sort: SubjectSort) => sort === 'component' || sort === 'zone';

/** Whether a relation has no members, whatever the design: it is not defined for such a subject. */
export function leadsNowhere({ name, within }: Relation, sort: SubjectSort): boolean {
  switch (within?.kind) {
    case undefined:
      return !relationsFrom(sort).includes(name);
    case 'same zone':
      return !isPlaced(sort) || !isPlaced(sortOfRelation[name]);
    default:
      return false;
  }
}

/** Where a need looks for a control by a word of its own: on the subject, on one element or several that it names, or along a relation. */
export type Whereabouts =
  | { readonly kind: 'self' | 'nowhere' }
  | { readonly kind: 'design' | 'source' | 'target' | 'both ends' | 'path' | 'zone' }
  | { readonly kind: 'every'; readonly relation: Relation };

/** What `on WORD` of a need means on a sort of subject. The subject's own word is the subject, and `link` of a flow is every hop. */
export function whereIs(word: HerePlaceName, subject: ElementSort): Whereabouts {
  const isWay = subject === 'link' || subject === 'flow';
  switch (word) {
    case 'design':
      return { kind: 'design' };
    case 'source':
    case 'target':
    case 'both ends':
      return { kind: isWay ? word : 'nowhere' };
    case 'path':
      return { kind: subject === 'flow' ? word : 'nowhere' };
    case 'zone':
      if (subject === 'zone') return { kind: 'self' };
      return { kind: subject === 'component' || subject === 'link' ? word : 'nowhere' };
    default: {
      if (word === subject) return { kind: 'self' };
      const relation: Relation = { name: word === 'link' && subject === 'flow' ? 'hop' : word, within: undefined };
      return leadsNowhere(relation, subject) ? { kind: 'nowhere' } : { kind: 'every', relation };
    }
  }
}

/** What stands there; undefined where nothing does. */
export function sortAt(there: Whereabouts, subject: ElementSort): SubjectSort | undefined {
  switch (there.kind) {
    case 'self':
      return subject;
    case 'nowhere':
      return undefined;
    case 'every':
      return sortOfRelation[there.relation.name];
    case 'source':
    case 'target':
    case 'both ends':
      return 'component';
    case 'path':
      return 'flow';
    case 'design':
    case 'zone':
      return there.kind;
  }
}
