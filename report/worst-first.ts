import { severities } from '../language/model/index.js';
import type { Assessment, Finding } from '../review/index.js';

/** A finding with the review that it comes from. */
export interface Reported {
  readonly finding: Finding;
  readonly assessment: Assessment;
}

/** At most so many findings, the worst, in the order that they were in, and how many are left out. */
export function worstOf(assessments: readonly Assessment[], most: number): { readonly kept: readonly Reported[]; readonly left: number } {
  const all = assessments.flatMap((assessment) => assessment.findings.map((finding): Reported => ({ finding, assessment })));
  if (all.length <= most) return { kept: all, left: 0 };
  const chosen = new Set([...all].sort((one, other) => urgency(one.finding) - urgency(other.finding)).slice(0, most));
  return { kept: all.filter((one) => chosen.has(one)), left: all.length - most };
}

/** Lower is worse; what is planned or cannot be judged comes after all that is open. */
export function urgency({ severity, state }: Finding): number {
  return severities.indexOf(severity) + (state === 'missing' || state === 'weak' ? 0 : severities.length);
}
