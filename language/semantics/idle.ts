import type { ControlUse } from '../model/index.js';
import { isBlank } from './blank.js';

/** Why a statement of a control does nothing. */
export type Idleness = 'blank' | 'past' | 'after the end' | 'far off';

/** As far ahead as somebody can be held to a plan: budgets, contracts and the people who promised rarely last longer. */
export const yearsOfAPlan = 3;

/**
 * What keeps a statement from granting anything. Evidence that shows nothing takes the statement that it stands in away, else quotes would be enough to
 * meet whatever is asked; so does a plan for a day that is past, that comes after its element has left service (`end`), or that is too far off to count on.
 */
export function idlenessOf({ evidence, planned, due }: ControlUse, date: string, end: string | undefined): Idleness | undefined {
  if (evidence !== undefined && isBlank(evidence)) return 'blank';
  if (!planned || due === undefined) return undefined;
  if (due < date) return 'past';
  if (end !== undefined && due > end) return 'after the end';
  return due > lastDayToPlanFor(date) ? 'far off' : undefined;
}

/** Days are compared as they are written: the same day some years on, which need not be in the calendar. */
function lastDayToPlanFor(date: string): string {
  return `${Number(date.slice(0, 4)) + yearsOfAPlan}${date.slice(4)}`;
}
