import type { Architecture } from '../../language/model/index.js';
import { review, type Assessment, type Result } from '../../review/index.js';
import { declarationsOf, type Declaration } from './declarations.js';

/** A pair whose state is another one without a declaration. */
export interface ChangedPair {
  readonly before: Result;
  readonly after: Result;
}

/**
 * The declarations that a review of the design does not need: without one of them every pair has the same state, but for
 * those that apply only then and are met.
 */
export function withoutEffect(architecture: Architecture, date: string): Declaration[] {
  const before = review(architecture, date);
  return declarationsOf(architecture).filter((one) => changedPairs(before, review(one.without(), date)).length === 0);
}

/** The pairs in which a declaration makes a difference. The two reviews are of the same elements and requirements, so that their results stand in the same order. */
export function changedPairs(before: Assessment, after: Assessment): ChangedPair[] {
  return before.results.flatMap((result, index) => {
    const other = after.results[index];
    if (other?.requirement !== result.requirement || other.element !== result.element) throw new Error('the pairs differ');
    if (other.computed === result.computed || (result.computed === 'not applicable' && other.computed === 'met')) return [];
    return [{ before: result, after: other }];
  });
}
