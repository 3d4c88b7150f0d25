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

const known = new WeakMap<Assessment, Reach>();

/** Computed once for each review. */
export function reachOf(assessment: Assessment): Reach {
  let reach = known.get(assessment);
  if (reach === undefined) {
    const evaluator = evaluatorOf(assessment);
    const steps = new Steps(firingsOf(evaluator), evaluator);
    known.set(assessment, (reach = { assessment, steps, positions: reachTable(steps) }));
  }
  return reach;
}
