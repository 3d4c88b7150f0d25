import type { Condition } from '../model/condition.js';
import type { SubjectSort } from './subject.js';

/** Conditions that are about what they say themselves, not about the sort of their subject. */
type Free = 'and' | 'or' | 'not' | 'named' | 'has' | 'accepted' | 'design' | 'quantified' | 'set' | 'compare' | 'extreme';

const ways: readonly SubjectSort[] = ['link', 'flow'];

/** What each condition can be asked of: of anything else it is false, whatever the design says. */
const askedOf: Readonly<Record<Exclude<Condition['kind'], Free>, readonly SubjectSort[]>> = {
  is: ['zone', 'component', 'data', 'flow'],
  in: ['zone', 'component', 'link', 'flow'],
  crosses: ways,
  carries: ways,
  stores: ['component', 'zone'],
  sees: ['component'],
  touches: ways,
  from: ways,
  to: ways,
  via: ['flow'],
  'opened by': ways,
  'run by': ['component'],
  over: ways,
  ours: ['component', 'zone'],
  source: ways,
  target: ways,
};

/** Whether a condition of a kind can be true of some subject of a sort. Of the other kinds, what is inside decides. */
export function canBeAsked(kind: Condition['kind'], sort: SubjectSort): boolean {
  return !(kind in askedOf) || askedOf[kind as keyof typeof askedOf].includes(sort);
}
