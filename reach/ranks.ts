import type { Harm, Yield } from '../language/model/index.js';
import { withImplied } from '../language/semantics/index.js';
import { isUnplaced, leavesOf, type Assessment, type Evaluator, type Finding, type Leaf } from '../review/index.js';
import { measureKey } from './measures.js';
import { sizeOf, yieldNames, type Figure } from './positions.js';
import type { FoundWays, WayToHarm } from './ways.js';

/** What hangs on a finding of one harm. */
export interface HarmAtStake {
  readonly harm: Harm;
  readonly hold: Yield;
  /** The ways with a step that what closes the finding stops, alone or with something else. */
  readonly on: number;
  readonly of: number;
  /** What is done by the one of those ways by which most is done. */
  readonly figure: Figure;
}

/** What hangs on a finding, of all harms together. */
export interface AtStake {
  readonly on: number;
  readonly of: number;
  /** Of those ways the one by which most is done. */
  readonly hold: Yield;
  readonly figure: Figure;
  readonly harms: readonly HarmAtStake[];
}

/** By the id of a finding; what is on no way has none. */
export type Ranks = ReadonlyMap<string, AtStake>;

/** What hangs on each finding of a review: the ways whose leaves are among what it lacks. */
export function ranksOf({ findings }: Pick<Assessment, 'findings'>, found: readonly FoundWays[], evaluator: Evaluator): Ranks {
  const of = found.reduce((sum, { ways }) => sum + ways.length, 0);
  if (of === 0) return new Map();
  const closedBy = found.map(({ ways }) => waysByMeasure(ways));
  const ranks = new Map<string, AtStake>();
  for (const finding of findings) {
    const keys = keysOf(finding, evaluator);
    const harms = found.flatMap(({ harm, hold, ways }, index): HarmAtStake[] => {
      const own = new Set(keys.flatMap((key) => closedBy[index]!.get(key) ?? []));
      if (own.size === 0) return [];
      return [{ harm, hold, on: own.size, of: ways.length, figure: most([...own].map(({ figure }) => figure)) }];
    });
    if (harms.length === 0) continue;
    const [worst] = harms.toSorted((one, other) => sizeOf(other.figure) - sizeOf(one.figure) || orderOf(one) - orderOf(other));
    const { hold, figure } = worst!;
    ranks.set(finding.id, { on: harms.reduce((sum, one) => sum + one.on, 0), of, hold, figure, harms });
  }
  return ranks;
}

/** What more hangs on comes first: by the number of devices, then of ways; what is on no way comes last. */
export function byStake(one: AtStake | undefined, other: AtStake | undefined): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return sizeOf(other.figure) - sizeOf(one.figure) || other.on - one.on;
}

function most(figures: readonly Figure[]): Figure {
  return figures.reduce((one, other) =>
    sizeOf(other) > sizeOf(one) || (sizeOf(other) === sizeOf(one) && other.low > one.low) ? other : one,
  );
}

function orderOf({ hold }: HarmAtStake): number {
  return yieldNames.indexOf(hold);
}

function waysByMeasure(ways: readonly WayToHarm[]): ReadonlyMap<string, readonly WayToHarm[]> {
  const found = new Map<string, WayToHarm[]>();
  for (const way of ways) {
    for (const key of new Set(way.stops.flat(2))) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [way]);
      else list.push(way);
    }
  }
  return found;
}

/** The measures that closing a finding comes to; a control brings those that it includes. */
function keysOf({ gaps }: Finding, evaluator: Evaluator): string[] {
  return leavesOf(gaps)
    .filter((leaf) => !isUnplaced(leaf))
    .flatMap((leaf: Leaf) => {
      if (leaf.kind === 'condition') return [measureKey(leaf.words, leaf.element)];
      return withImplied(leaf.control, evaluator.facts.catalogue).map((control) => measureKey(control, leaf.element));
    });
}
