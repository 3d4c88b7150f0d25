import type { Decision } from '../model/architecture.js';
import type { Demand } from '../model/catalogue.js';

/** What is demanded, in words. */
export const clauseWords: Readonly<Record<Demand, string>> = { until: 'a last day', by: 'who decided' };

/** What a decision lacks of the clauses that are demanded of it; an exclusion is asked for none. A blank text is none. */
export function lacking({ verb, until, by }: Decision, demands: readonly Demand[]): Demand[] {
  if (verb === 'exclude') return [];
  return demands.filter((demand) => (demand === 'until' ? until === undefined : by === undefined || by.trim() === ''));
}

/** A decision holds up to and including its day; without one, always; and never where it lacks what is demanded. */
export function isInForce(decision: Decision, date: string, demands: readonly Demand[]): boolean {
  return (decision.until === undefined || decision.until >= date) && lacking(decision, demands).length === 0;
}
