import type { Assessment, Result } from '../../review/index.js';

/** A pair whose state is another one without a declaration. */
export interface ChangedPair {
  readonly before: Result;
  readonly after: Result;
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
