import type { Yield } from '../language/model/index.js';
import { cutInTurns, type Survivor } from './cut.js';
import { derive, helpFor } from './derive.js';
import type { Firing } from './firings.js';
import type { Constraint } from './hitting-set.js';
import { Measures, type Measure } from './measures.js';
import { figureFrom, type Figure } from './positions.js';
import { firingsFromAnywhere, wayTo, type Steps } from './spread.js';
import { atOnce, type Turns } from './turns.js';
import { foundInTurns, type FoundWays, type WayToHarm } from './ways.js';

/** The ways to one harm, with how much is done by them and what ends them. */
export interface HarmWays extends Pick<FoundWays, 'harm' | 'hold' | 'ways'> {
  /** The beginning from which most is done by all ways together, as the table tells of who stands there; undefined where there is no way. */
  readonly worst: WorstBeginning | undefined;
  /** The smallest set of measures that ends all ways that some measure ends; as large as `atLeast` where that is proven. */
  readonly cut: readonly Measure[];
  readonly atLeast: number;
}

export interface WorstBeginning {
  readonly entry: Firing;
  readonly figure: Figure;
}

/**
 * All ways to each harm that is counted, in the order of the catalogue, and what ends them.
 *
 * @param accepts whether a measure may be taken; what no other ends counts as what no control ends
 */
export function waysToHarms(steps: Steps, accepts?: (measure: Measure) => boolean): HarmWays[] {
  const measures = new Measures(steps.all, steps.evaluator, accepts);
  return atOnce(endedInTurns(atOnce(foundInTurns(steps, measures)), steps, measures));
}

/** The smallest sets of measures that end the ways that were found, bit by bit. */
export function* endedInTurns(found: readonly FoundWays[], steps: Steps, measures: Measures): Turns<HarmWays[]> {
  const ended: HarmWays[] = [];
  const taken = firingsFromAnywhere(steps);
  for (const { harm, hold, ways, endable } of found) {
    const worst = yield* worstOf(ways, hold, steps);
    const { chosen, atLeast } = yield* cutInTurns(survivorsIn(hold, steps, measures, endable));
    ended.push({ harm, hold, ways, worst, cut: chosen.map((key) => measures.against(key, taken)), atLeast });
  }
  return ended;
}

/** Of beginnings that come to the same, the one with the cheapest way. */
function* worstOf(ways: readonly WayToHarm[], hold: Yield, steps: Steps): Turns<WorstBeginning | undefined> {
  const found = new Map<Firing, Figure>();
  for (const { entry, figure } of ways) {
    const known = found.get(entry) ?? figureFrom(entry, hold, steps);
    // Where somebody else has to help, more is done than follows from this beginning alone.
    found.set(entry, { low: Math.max(known.low, figure.low), high: larger(known.high, figure.high) });
    yield;
  }
  const size = ({ high }: Figure) => high ?? Number.POSITIVE_INFINITY;
  let worst: WorstBeginning | undefined;
  for (const [entry, figure] of found) {
    const more = worst === undefined ? 1 : size(figure) - size(worst.figure) || figure.low - worst.figure.low;
    if (more > 0) worst = { entry, figure };
  }
  return worst;
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.max(one, other);
}

/** Finds what would end one of the ways that are left, of those that something ends: of its beginning the way with the fewest choices. */
function survivorsIn(
  hold: Yield,
  steps: Steps,
  measures: Measures,
  endable: ReadonlyMap<Firing, ReadonlySet<Firing>>,
): Survivor<Turns<Constraint | undefined>> {
  const beginnings = [...endable];
  const choicesAt = (firing: Firing) => measures.of(firing).length;
  let at = 0;
  let before: ReadonlySet<string> = new Set();
  return function* (chosen) {
    // From where no way is left, none is where more is chosen.
    if ([...before].some((key) => !chosen.has(key))) at = 0;
    before = new Set(chosen);
    const isClosed = (firing: Firing) => measures.isStopped(firing, chosen);
    const helped = helpFor(steps, choicesAt, isClosed);
    for (; at < beginnings.length; at++) {
      const [entry, always] = beginnings[at]!;
      for (const [act, derived] of derive({ hold, entry, costOf: choicesAt, isClosed, helped }, steps)) {
        if (!always.has(act)) return wayTo(derived).flatMap((firing) => measures.of(firing));
      }
      yield;
    }
    return undefined;
  };
}
