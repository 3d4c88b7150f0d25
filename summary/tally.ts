// The room `summary/`: what the results of a review come to, as data. Hands out no sentence: `report/` words it.
// May import `review`, `reach`, `language/model`, `language/semantics`.

import { isOpen, type Assessment, type Finding, type Result, type State } from '../review/index.js';
import { countFindings, type Count, type Countable } from './count.js';

/** How something stands in numbers: its findings, and how many pairs of requirement and element are in each state. */
export interface Tally extends Count {
  readonly states: Readonly<Record<State, number>>;
}

export function tallyOf(findings: readonly Countable[], results: readonly Pick<Result, 'state'>[]): Tally {
  const states = { missing: 0, weak: 0, planned: 0, unknown: 0, accepted: 0, excluded: 0, met: 0, 'not applicable': 0 };
  for (const { state } of results) states[state]++;
  return { ...countFindings(findings), states };
}

/** How many pairs are open and no finding of their own, as another requirement tells them. */
export function countElsewhere(findings: readonly Finding[], results: readonly Result[]): number {
  return results.filter(({ state }) => isOpen(state)).length - findings.length;
}

/** What of a review is of one category of requirements. */
export interface CategoryShare {
  readonly category: string;
  readonly findings: readonly Finding[];
  readonly results: readonly Result[];
}

/** In the order of the profiles; requirements without a category are together as `other`. */
export function byCategory({ results, findings, architecture }: Assessment): CategoryShare[] {
  const { requirements } = architecture.catalogue;
  const categoryOf = ({ requirement }: Result | Finding) => requirements.get(requirement)?.category ?? 'other';
  return [...new Set(results.map(categoryOf))].map((category) => ({
    category,
    findings: findings.filter((finding) => categoryOf(finding) === category),
    results: results.filter((result) => categoryOf(result) === category),
  }));
}
