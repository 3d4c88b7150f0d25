import type { Yield } from '../language/model/index.js';
import { cutInTurns } from './cut.js';
import { isManyOf } from './derive.js';
import type { Firing } from './firings.js';
import type { Constraint } from './hitting-set.js';
import type { Measure, Measures } from './measures.js';
import { figureFromBoth, sizeOf, spread, yieldNames, type Figure, type PositionRow } from './positions.js';
import { fromAnywhere, wayTo, type Reaching, type Spread, type Steps } from './spread.js';
import type { Turns } from './turns.js';

/** Of a position the harm that is done to most devices, and what would end it. */
export interface WorstHarm {
  readonly row: PositionRow;
  readonly hold: Yield;
  readonly figure: Figure;
  /** The smallest set of measures that ends it, as far as measures do. */
  readonly cut: readonly Measure[];
  /** Whether somebody is known to come there from what anybody can do; else it is told of whoever has taken it over. */
  readonly isReached: boolean;
  /** What is left with them. */
  readonly after: Figure;
}

/** Some positions, the worst first: alone, an attacker gets from there to more than the device at which they stand. */
export function* worstPositions(rows: readonly PositionRow[], most: number, steps: Steps, measures: Measures): Turns<WorstHarm[]> {
  const alone = rows.filter(({ foothold }, index) => foothold.sort === 'component' && !isEveryOfMany(rows, index));
  const found = alone.flatMap((row) => {
    const hold = worstYield(row);
    return hold === undefined ? [] : [{ row, hold }];
  });
  const size = ({ row, hold }: (typeof found)[number]) => sizeOf(row.reached[hold].figure);
  const order = ({ hold }: (typeof found)[number]) => yieldNames.indexOf(hold);
  const chosen = found.sort((one, other) => size(other) - size(one) || order(one) - order(other)).slice(0, most);
  const worst: WorstHarm[] = [];
  const open = fromAnywhere(steps);
  for (const { row, hold } of chosen) {
    const isReached = row.foothold.gains.some((gain) => open.has(gain.key));
    worst.push({ row, hold, isReached, figure: row.reached[hold].figure, ...(yield* endedBy(row, hold, steps, measures)) });
    yield;
  }
  return worst;
}

/** What is done to most devices; of as many, what is told first. Undefined where nothing is known to be done to more than one. */
export function worstYield({ reached }: PositionRow): Yield | undefined {
  const [worst] = [...yieldNames].sort((one, other) => sizeOf(reached[other].figure) - sizeOf(reached[one].figure));
  return worst === undefined || sizeOf(reached[worst].figure) <= 1 ? undefined : worst;
}

function isEveryOfMany(rows: readonly PositionRow[], index: number): boolean {
  const { element, extent } = rows[index]!.foothold;
  const before = rows[index - 1]?.foothold;
  return extent === 'every' && before?.element === element && before.extent === 'one';
}

function* endedBy({ foothold }: PositionRow, hold: Yield, steps: Steps, measures: Measures): Turns<Pick<WorstHarm, 'cut' | 'after'>> {
  const isEndable = (firing: Firing) => measures.of(firing).length > 0;
  const endless = spread(foothold, steps, 'high', isEndable);
  const { chosen } = yield* cutInTurns(function* (taken): Turns<Constraint | undefined> {
    yield;
    const open = spread(foothold, steps, 'high', (firing) => measures.isStopped(firing, taken));
    const left = endableOf(open, hold, steps, endless);
    return left && wayTo(left).flatMap((firing) => measures.of(firing));
  });
  const taken = new Set(chosen);
  const after = (bound: 'low' | 'high') => spread(foothold, steps, bound, (firing) => measures.isStopped(firing, taken));
  return {
    cut: chosen.map((key) => measures.all.get(key)!),
    after: figureFromBoth(hold, after('low'), after('high'), steps),
  };
}

/** One of the things that are done to more than one device and that some measure ends. */
function endableOf(open: Spread, hold: Yield, steps: Steps, endless: Spread): Reaching | undefined {
  for (const [key, one] of open) {
    if (one.gain.hold !== hold || !isManyOf(one.gain.element, one.share, steps.evaluator)) continue;
    if ((endless.get(key)?.share ?? Number.POSITIVE_INFINITY) > one.share) return one;
  }
  return undefined;
}
