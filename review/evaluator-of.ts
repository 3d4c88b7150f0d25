import type { Assessment } from './assessment.js';
import { Evaluator } from './evaluate.js';

const evaluators = new WeakMap<Assessment, Evaluator>();

/** Keeps the evaluator that a review was made with for all that is asked about it afterwards. */
export function remember(assessment: Assessment, evaluator: Evaluator): Assessment {
  evaluators.set(assessment, evaluator);
  return assessment;
}

/** The evaluator of a review: the one that it was made with, and for one that was read or changed, one of its own. */
export function evaluatorOf(assessment: Assessment): Evaluator {
  const { architecture, date, profiles } = assessment;
  let evaluator = evaluators.get(assessment);
  if (evaluator === undefined) evaluators.set(assessment, (evaluator = Evaluator.of(architecture, date, profiles)));
  return evaluator;
}
