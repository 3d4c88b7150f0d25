import type { Condition, ElementSort } from '../../model/index.js';
import type { SubjectSort } from '../../semantics/index.js';
import { sortInWords, sortsListed } from './lists.js';
import { worded, type With } from './worded.js';

/** What can be asked of some sorts of elements only, and of which. */
const askedOf = {
  carries: 'only a link or a flow carries data',
  stores: 'only a component, or a zone with its components, stores data',
  sees: 'only a component sees data',
  ours: 'only a component or a zone is run by somebody',
  via: 'only a flow has stops between its first and its last',
  touches: 'only a link or a flow has ends',
  from: 'only a link or a flow has ends',
  to: 'only a link or a flow has ends',
  source: 'only a link or a flow has ends',
  target: 'only a link or a flow has ends',
  'opened by': 'only a link, or a flow over links, is opened by somebody',
  'run by': 'only a component is run by a party',
  crosses: 'only a link or a flow crosses a trust boundary',
  over: 'only a link or a flow runs over something',
} as const satisfies Partial<Record<Condition['kind'], string>>;

/** Why a condition can never be true of a sort of subject, as a part of a sentence. */
const reasons = {
  excluding: (one: string, other: string): string => `'${one}' and '${other}' exclude each other`,
  parts: 'its parts exclude each other',
  sides: 'its sides exclude each other',
  itself: 'it contradicts itself',
  ofOthersOnly: (kind: keyof typeof askedOf): string => askedOf[kind],
  inNoZone: (sort: SubjectSort): string => `${sortInWords(sort)} stands in no zone`,
  nothingStandsThere: (mechanism: string, sort: SubjectSort): string => `nothing that is '${mechanism}' may stand on ${sortInWords(sort)}`,
  leadsNowhere: (relation: string, sort: SubjectSort): string => `'${relation}' leads nowhere from ${sortInWords(sort)}`,
  noneSo: (relation: string): string => `no '${relation}' can be so`,
  always: (attribute: string, sort: SubjectSort, value: string): string => `'${attribute}' of ${sortInWords(sort)} is always ${value}`,
  comparedUnset: 'what it is compared with is never set',
  notGranted: (control: string, sort: SubjectSort, sorts: readonly ElementSort[]): string =>
    `nothing brings '${control}' to ${sortInWords(sort)}; it stands on ${sortsListed(sorts)}`,
  unset: (attribute: string, sort: SubjectSort, sorts: readonly ElementSort[]): string =>
    `'${attribute}' says nothing of ${sortInWords(sort)}; it is an attribute of ${sortsListed(sorts)}`,
  inStack: 'a mechanism in a stack declares nothing',
};

export type WhyNever = With<typeof reasons>;

export function whyNeverWords(reason: WhyNever): string {
  return worded(reasons, reason);
}
