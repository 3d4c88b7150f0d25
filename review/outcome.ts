import { levels, Level } from '../language/semantics/index.js';
import type { ComputedState, Gap, Reason } from './assessment.js';
import { join } from './gaps.js';

/** One empty list serves all: a large design has tens of thousands of them. */
const none: readonly never[] = [];

/** What a need comes to: somewhere from `low` to `high`, what would close it, and what shows that it is met. */
export interface Outcome {
  readonly low: Level;
  readonly high: Level;
  readonly gap: Gap | undefined;
  readonly proofs: readonly Reason[];
}

export const isMet = (outcome: Outcome) => outcome.low === Level.met;

/** All must hold. Of none: met. */
export function all(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.length === 1) return outcomes[0]!;
  return {
    low: Math.min(Level.met, ...outcomes.map((one) => one.low)) as Level,
    high: Math.min(Level.met, ...outcomes.map((one) => one.high)) as Level,
    gap: join(
      'and',
      outcomes.map((one) => one.gap),
    ),
    proofs: outcomes.every(({ proofs }) => proofs.length === 0) ? none : outcomes.flatMap((one) => one.proofs),
  };
}

/** One must hold. Of none: missing, with nothing to close it. */
export function any(outcomes: readonly Outcome[]): Outcome {
  const met = outcomes.find(isMet);
  if (met !== undefined) return met;
  return {
    low: Math.max(Level.missing, ...outcomes.map((one) => one.low)) as Level,
    high: Math.max(Level.missing, ...outcomes.map((one) => one.high)) as Level,
    gap: join(
      'or',
      outcomes.map((one) => one.gap),
    ),
    proofs: none,
  };
}

export const missing: Outcome = { low: Level.missing, high: Level.missing, gap: undefined, proofs: none };

/** The state that an interval is reported as. */
export function stateOf(outcome: Outcome): Exclude<ComputedState, 'not applicable'> {
  const { low, high } = outcome;
  if (low === high) return levels[low];
  if (high <= Level.weak) return 'weak';
  return low >= Level.planned ? 'planned' : 'unknown';
}
