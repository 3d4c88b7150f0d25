import type { Result } from '../../../review/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { stateReason } from '../../reasons.js';
import { evidenceFinder } from './evidence.js';
import { claimRef, elementRef } from './refs.js';

/** A claim for each requirement on each element that it applies to: that it is met, or that it is not. */
export function claimsOf(review: NamedReview) {
  const { assessment } = review;
  const { requirements } = assessment.architecture.catalogue;
  const evidenceFor = evidenceFinder(review);
  return assessment.results.filter(isClaimed).map((result) => {
    const title = requirements.get(result.requirement)?.title ?? result.requirement;
    const evidence = evidenceFor(result);
    return {
      'bom-ref': claimRef(review, result),
      target: elementRef(review, result.element),
      predicate: result.state === 'met' ? `Met: ${title}` : `Not met (${result.state}): ${title}`,
      reasoning: stateReason(result, assessment),
      ...(evidence.length === 0 ? {} : { evidence }),
    };
  });
}

/** What does not apply, by condition or by decision, is claimed neither way. */
export function isClaimed({ state }: Result): boolean {
  return state !== 'not applicable' && state !== 'excluded';
}
