import { byWeight, type Assessment, type Finding } from '../review/index.js';

/** A finding with the review that it comes from. */
export interface Reported {
  readonly finding: Finding;
  readonly assessment: Assessment;
}

/** The findings of all designs in the one order; of those that weigh the same, designs as they were given, then by place. */
export function worstFirst(assessments: readonly Assessment[]): Reported[] {
  const all = assessments.flatMap((assessment) => assessment.findings.map((finding): Reported => ({ finding, assessment })));
  return all.sort((one, other) => byWeight(one.finding, other.finding));
}

/** At most so many findings, the worst, and how many are left out. */
export function worstFindings(
  assessments: readonly Assessment[],
  most: number,
): { readonly kept: readonly Reported[]; readonly left: number } {
  const all = worstFirst(assessments);
  return { kept: all.slice(0, most), left: Math.max(0, all.length - most) };
}
