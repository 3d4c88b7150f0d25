import { demandsOf, grouped, isInForce, lacking, type Demanded } from '../language/semantics/index.js';
import type { Decision } from '../language/model/index.js';
import type { Assessment } from './assessment.js';
import { evaluatorOf } from './evaluator-of.js';

/** A decision that does nothing: its day is over, it lacks what a profile demands, or nothing that it names is open. */
export type IdleDecision =
  | { readonly decision: Decision; readonly why: 'past' | 'without effect' }
  | { readonly decision: Decision; readonly why: 'incomplete'; readonly lacks: readonly Demanded[] };

/**
 * The decisions of some reviews that none of them uses, each once; one in a fragment counts where any design uses it. One that a
 * design does not let count is told whatever another design makes of it. With a file only those that stand in it.
 */
export function idleDecisions(assessments: readonly Assessment[], file?: string): IdleDecision[] {
  const idle = new Map<Decision, IdleDecision>();
  const useful = new Set<Decision>();
  for (const assessment of assessments) {
    const { decisions } = assessment.architecture;
    const asked = file === undefined ? decisions : (byFile(assessment).get(file) ?? []);
    if (asked.length === 0) continue;
    const demands = demandsOf(assessment.profiles, assessment.architecture.catalogue);
    const used = usedIn(assessment);
    for (const decision of asked) {
      const lacks = demands.filter(({ clause }) => lacking(decision, [clause]).length > 0);
      if (used.has(decision)) useful.add(decision);
      else if (!isInForce(decision, assessment.date, [])) idle.set(decision, { decision, why: 'past' });
      else if (lacks.length > 0) idle.set(decision, { decision, why: 'incomplete', lacks });
      else if (idle.get(decision)?.why !== 'incomplete') idle.set(decision, { decision, why: 'without effect' });
    }
  }
  return [...idle].filter(([decision, { why }]) => why === 'incomplete' || !useful.has(decision)).map(([, one]) => one);
}

function byFile(assessment: Assessment): ReadonlyMap<string, readonly Decision[]> {
  const { decisions } = assessment.architecture;
  return evaluatorOf(assessment).derived(decisions, 'decisions by file', () => grouped(decisions, ({ file }) => [file]));
}

/** One walk over the results, however many files ask. */
function usedIn(assessment: Assessment): ReadonlySet<Decision> {
  const find = () => new Set(assessment.results.flatMap(({ decision }) => (decision === undefined ? [] : [decision])));
  return evaluatorOf(assessment).derived(assessment, 'used decisions', find);
}
