import { evaluatorOf, type Assessment } from '../review/index.js';
import { attacksInTurns, type AttackAnswer } from './attacks.js';
import { Inquiry } from './inquiry.js';
import { Measures } from './measures.js';
import { reachTableInTurns, type PositionRow } from './positions.js';
import type { Steps } from './spread.js';
import { stepsOf } from './steps-of.js';
import { worstPositions, type WorstHarm } from './worst.js';
import { endedInTurns, type HarmWays } from './ended.js';
import { ranksOf, type Ranks } from './ranks.js';
import { foundInTurns } from './ways.js';

/** How far an attacker gets in a design, as of the date of its review. */
export interface Reach {
  readonly assessment: Assessment;
  readonly steps: Steps;
  readonly positions: readonly PositionRow[];
}

/** Computed once for each review. */
export function reachOf(assessment: Assessment): Reach {
  const { steps, positions } = inquiriesOf(assessment);
  return { assessment, steps: steps.now(), positions: positions.now() };
}

/** What is found out of one review, each part once, at once or bit by bit. */
export interface ReachInquiries {
  readonly steps: Inquiry<Steps>;
  readonly positions: Inquiry<readonly PositionRow[]>;
  readonly ways: Inquiry<readonly HarmWays[]>;
  /** Of each finding on whose gaps ways to harms lead. */
  readonly ranks: Inquiry<Ranks>;
  /** How each attack of the catalogue stands to the design. */
  readonly attacks: Inquiry<readonly AttackAnswer[]>;
  readonly measures: Inquiry<Measures>;
  /** The positions from which most is done, with what would end it. */
  readonly worst: Inquiry<readonly WorstHarm[]>;
}

/** More than these in one text would be read by nobody. */
const mostWorst = 5;

export function inquiriesOf(assessment: Assessment): ReachInquiries {
  const evaluator = evaluatorOf(assessment);
  return evaluator.derived(assessment, 'reach', () => {
    const steps = stepsOf(evaluator);
    const positions = new Inquiry(function* () {
      return yield* reachTableInTurns(yield* steps.turns());
    });
    const measures = new Inquiry(function* () {
      return new Measures((yield* steps.turns()).all, evaluator);
    });
    const found = new Inquiry(function* () {
      return yield* foundInTurns(yield* steps.turns(), yield* measures.turns());
    });
    return {
      steps,
      positions,
      measures,
      ranks: new Inquiry(function* () {
        return ranksOf(assessment, yield* found.turns(), evaluator);
      }),
      attacks: new Inquiry(function* () {
        return yield* attacksInTurns(assessment, yield* steps.turns());
      }),
      worst: new Inquiry(function* () {
        const rows = yield* positions.turns();
        return yield* worstPositions(rows, mostWorst, yield* steps.turns(), yield* measures.turns());
      }),
      ways: new Inquiry(function* () {
        return yield* endedInTurns(yield* found.turns(), yield* steps.turns(), yield* measures.turns());
      }),
    };
  });
}
