import type { Assessment, Result } from '../review/index.js';

/** A review with a name that no other of its report has. */
export interface NamedReview {
  readonly id: string;
  readonly assessment: Assessment;
  /** What it says of an element, without what does not apply there. */
  readonly applied: (element: string) => readonly Result[];
}

/** Two designs of one name are told apart by a number behind the second: `ami~2`. */
export function nameReviews(assessments: readonly Assessment[]): NamedReview[] {
  const seen = new Map<string, number>();
  return assessments.map((assessment) => {
    const { name } = assessment.architecture.design;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const byElement = appliedByElement(assessment);
    return { id: count === 1 ? name : `${name}~${count}`, assessment, applied: (element) => byElement.get(element) ?? [] };
  });
}

function appliedByElement({ results }: Assessment): Map<string, Result[]> {
  const byElement = new Map<string, Result[]>();
  for (const result of results) {
    if (result.state === 'not applicable') continue;
    const list = byElement.get(result.element);
    if (list === undefined) byElement.set(result.element, [result]);
    else list.push(result);
  }
  return byElement;
}
