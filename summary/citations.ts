import type { Citation, Requirement } from '../language/model/index.js';
import { elementNamed, evaluatorOf, type Assessment } from '../review/index.js';

/** Of what a requirement cites, what is about an element: a clause for network devices is none of a meter's. */
export function citationsOn(requirement: Requirement | undefined, element: string, assessment: Assessment): readonly Citation[] {
  return (requirement?.see ?? []).filter((citation) => isAbout(citation, element, assessment));
}

/** What is not known counts: a clause must not look better for it. */
export function isAbout({ condition }: Citation, name: string, assessment: Assessment): boolean {
  if (condition === undefined) return true;
  const element = elementNamed(assessment.architecture, name);
  return element === undefined || evaluatorOf(assessment).conditions.of(condition, element) !== 0;
}
