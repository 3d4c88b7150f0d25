import type { Citation, Requirement } from '../language/model/index.js';
import { elementNamed, Evaluator, type Assessment } from '../review/index.js';

const evaluators = new WeakMap<Assessment, Evaluator>();

/** Of what a requirement cites, what is about an element: a clause for network devices is none of a meter's. */
export function citationsOn(requirement: Requirement | undefined, element: string, assessment: Assessment): readonly Citation[] {
  return (requirement?.see ?? []).filter((citation) => isAbout(citation, element, assessment));
}

/** What is not known counts: a clause must not look better for it. */
export function isAbout({ condition }: Citation, name: string, assessment: Assessment): boolean {
  if (condition === undefined) return true;
  const { architecture, date, profiles } = assessment;
  const element = elementNamed(architecture, name);
  let evaluator = evaluators.get(assessment);
  if (evaluator === undefined) evaluators.set(assessment, (evaluator = new Evaluator(architecture, date, profiles)));
  return element === undefined || evaluator.conditions.of(condition, element) !== 0;
}
