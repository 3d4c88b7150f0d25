import type { Decision } from '../language/model/index.js';
import type { Assessment } from './assessment.js';
import { isInForce } from './conditions.js';

/** A decision that does nothing: its day is over, or nothing that it names is open. */
export interface IdleDecision {
  readonly decision: Decision;
  readonly why: 'past' | 'without effect';
}

/** The decisions of some reviews that none of them uses, each once; one in a fragment counts where any design uses it. */
export function idleDecisions(assessments: readonly Assessment[]): IdleDecision[] {
  const idle = new Map<string, IdleDecision>();
  const useful = new Set<string>();
  for (const assessment of assessments) {
    const used = new Set(assessment.results.map(({ decision }) => decision));
    for (const decision of assessment.architecture.decisions) {
      const place = `${decision.range.uri} ${decision.range.startOffset}`;
      if (used.has(decision)) useful.add(place);
      else idle.set(place, { decision, why: isInForce(decision, assessment.date) ? 'without effect' : 'past' });
    }
  }
  return [...idle].filter(([place]) => !useful.has(place)).map(([, one]) => one);
}
