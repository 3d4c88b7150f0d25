import type { Architecture } from '../language/model/index.js';
import type { Assessment, State } from './assessment.js';
import { declarationsOf, type Declaration } from './declarations.js';
import { review } from './review.js';

/** From what says nothing to what says most. */
const order: readonly State[] = ['not applicable', 'met', 'planned', 'unknown', 'weak', 'missing'];

/**
 * The declarations that a review does not depend on: without one of them nothing is open that was not, or was less so. Another
 * one gives the same, or nothing asks for it. One review for each declaration: some milliseconds each.
 */
export function withoutEffect(assessment: Assessment): Declaration[] {
  const { architecture, date, profiles } = assessment;
  return declarationsOf(architecture).filter((one) => !isWorse(assessment, one.without(), date, profiles));
}

/** Both reviews are of the same elements and requirements, so that their results stand in the same order. */
function isWorse(before: Assessment, architecture: Architecture, date: string, profiles: readonly string[]): boolean {
  const after = review(architecture, date, profiles);
  return after.results.some(({ computed }, index) => order.indexOf(computed) > Math.max(1, order.indexOf(before.results[index]!.computed)));
}
