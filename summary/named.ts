import type { Assessment, Result } from '../review/index.js';

/** A review with a name that no other of its report has. */
export interface NamedReview {
  readonly id: string;
  readonly assessment: Assessment;
  /** What it says of an element, without what does not apply there. */
  readonly applied: (element: string) => readonly Result[];
}

/**
 * Designs of one name are told apart by their files, each of them: `ami~north/ami.meter`. A running number would go from one to another when a
 * third comes.
 */
export function nameReviews(assessments: readonly Assessment[], toPath: (uri: string) => string): NamedReview[] {
  const counts = new Map<string, number>();
  for (const { architecture } of assessments) counts.set(architecture.design.name, (counts.get(architecture.design.name) ?? 0) + 1);
  return assessments.map((assessment) => {
    const { design, files } = assessment.architecture;
    const byElement = appliedByElement(assessment);
    const id = counts.get(design.name) === 1 ? design.name : `${design.name}~${toPath(files[0]!)}`;
    return { id, assessment, applied: (element) => byElement.get(element) ?? [] };
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
