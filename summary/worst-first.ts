import { inquiriesOf, byStake, type Ranks } from '../reach/index.js';
import { byWeight, type Assessment, type Finding } from '../review/index.js';

/** A finding with the review that it comes from. */
export interface Reported {
  readonly finding: Finding;
  readonly assessment: Assessment;
}

/** What hangs on the findings of a review; undefined where it is not known, and nobody waits for it. */
export type RanksKnown = (assessment: Assessment) => Ranks | undefined;

/** Found out where nobody has done so yet. */
export const ranksNow: RanksKnown = (assessment) => inquiriesOf(assessment).ranks.now();

/** Only what is found out already: whoever types waits for nothing. */
export const ranksSoFar: RanksKnown = (assessment) => inquiriesOf(assessment).ranks.known;

/** Which of two findings has more hanging on it: what the one order goes by where the review weighs them alike. */
export function stakeBetween(one: Reported, other: Reported, ranks: RanksKnown): number {
  return byStake(ranks(one.assessment)?.get(one.finding.id), ranks(other.assessment)?.get(other.finding.id));
}

/** The findings of all designs in the one order; of those that weigh the same, designs as they were given, then by place. */
export function worstFirst(assessments: readonly Assessment[], ranks: RanksKnown = ranksNow): Reported[] {
  const all = assessments.flatMap((assessment) => assessment.findings.map((finding): Reported => ({ finding, assessment })));
  return all.sort((one, other) => byWeight(one.finding, other.finding, stakeBetween(one, other, ranks)));
}

/** The findings of one design in the one order. */
export function findingsInOrder(assessment: Assessment, ranks: RanksKnown = ranksNow): readonly Finding[] {
  return worstFirst([assessment], ranks).map(({ finding }) => finding);
}

/** At most so many findings, the worst, and how many are left out. */
export function worstFindings(
  assessments: readonly Assessment[],
  most: number,
): { readonly kept: readonly Reported[]; readonly left: number } {
  const all = worstFirst(assessments);
  return { kept: all.slice(0, most), left: Math.max(0, all.length - most) };
}
