import { evaluatorOf, type Assessment } from '../review/index.js';
import { firingsOf } from './firings.js';
import { reachTable, type PositionRow } from './positions.js';
import { Steps } from './spread.js';

/** How far an attacker gets in a design, as of the date of its review. */
export interface Reach {
  readonly assessment: Assessment;
  readonly steps: Steps;
  readonly positions: readonly PositionRow[];
}

/** Computed once for each review. */
export function reachOf(assessment: Assessment): Reach {
  const evaluator = evaluatorOf(assessment);
  return evaluator.derived(assessment, 'reach', () => {
    const steps = new Steps(firingsOf(evaluator), evaluator);
    return { assessment, steps, positions: reachTable(steps) };
  });
}
