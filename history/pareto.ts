import type { Figure } from '../reach/index.js';
import type { CostTold } from './costs.js';

/** What decides between alternatives; less is better of each. */
export interface Rivals {
  readonly counts: readonly number[];
  /** Of ranges both ends count: what a design leaves open, its variants leave open alike. */
  readonly figures: readonly Figure[];
  /** Undefined where nobody gives any cost. */
  readonly cost: CostTold | undefined;
}

/** The places of those that are no worse in anything and better in something. */
export function beatenBy(index: number, all: readonly Rivals[]): number[] {
  const one = all[index]!;
  return [...all.keys()].filter((other) => isNoWorse(all[other]!, one) && !isNoWorse(one, all[other]!));
}

function isNoWorse(one: Rivals, other: Rivals): boolean {
  return (
    one.counts.every((count, index) => count <= other.counts[index]!) &&
    one.figures.every((figure, index) => isWithin(figure, other.figures[index]!)) &&
    isNoDearer(one.cost, other.cost)
  );
}

function isWithin(one: Figure, other: Figure): boolean {
  return one.low <= other.low && endOf(one.high) <= endOf(other.high);
}

/** Only where that is sure: what nobody says may cost anything, and two currencies are not compared. */
function isNoDearer(one: CostTold | undefined, other: CostTold | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  const isAlike = one.currency === other.currency || one.high === 0;
  return isAlike && endOf(one.high) <= other.low;
}

const endOf = (end: number | undefined): number => end ?? Number.POSITIVE_INFINITY;
