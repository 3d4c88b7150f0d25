import type { Element } from '../model/architecture.js';
import type { ElementSort } from '../model/catalogue.js';

/** What a condition may be about: a sort of element, or a mechanism in a stack. */
export type SubjectSort = ElementSort | 'protocol';

/** A mechanism in a stack, as the subject of a condition. */
export interface Protocol {
  readonly sort: 'protocol';
  readonly name: string;
}

export type Subject = Element | Protocol;

/** The sorts of elements in the order in which everybody lists them: the design, then what stands, then what goes. */
export const elementSorts: readonly ElementSort[] = ['design', 'zone', 'component', 'data', 'link', 'flow'];

interface OnSorts {
  /** Empty: anywhere. */
  readonly sorts: readonly ElementSort[];
}

/** Whether something may stand on a sort of element: where none is named, on any. */
export function mayStand({ sorts }: OnSorts, sort: ElementSort): boolean {
  return sorts.length === 0 || sorts.includes(sort);
}

/** Whether something says anything of what a condition is about: of a mechanism in a stack, only what is said of anything. */
export function mayBeAbout(one: OnSorts, sort: SubjectSort): boolean {
  return sort === 'protocol' ? one.sorts.length === 0 : mayStand(one, sort);
}
