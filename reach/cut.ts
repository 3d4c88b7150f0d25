import { smallestHitting, type Constraint } from './hitting-set.js';
import { atOnce, type Turns } from './turns.js';

export interface Cut {
  readonly chosen: readonly string[];
  /** No smaller set ends all ways; the size of the set itself where that is proven. */
  readonly atLeast: number;
}

/** A way that a choice leaves open, as what would have to be chosen; undefined where none is left. */
export type Survivor<T = Constraint | undefined> = (chosen: ReadonlySet<string>) => T;

/**
 * The smallest choice after which no way is left: each way that survives the best choice so far is added to what has to be hit, until none
 * survives. The last choice is the smallest for some ways, and ends all of them, so that no smaller one does.
 */
export function smallestCut(survivor: Survivor, budget?: number): Cut {
  const inOneTurn = function* (chosen: ReadonlySet<string>): Turns<Constraint | undefined> {
    return survivor(chosen);
  };
  return atOnce(cutInTurns(inOneTurn, budget));
}

/** The same bit by bit. */
export function* cutInTurns(survivor: Survivor<Turns<Constraint | undefined>>, budget = 20_000): Turns<Cut> {
  const known: Constraint[] = [];
  for (;;) {
    const { chosen, atLeast } = smallestHitting(known, budget);
    const found = yield* survivorsOf(survivor, new Set(chosen));
    if (found.length === 0) return { chosen: chosen.length === atLeast ? chosen : yield* withoutIdle(chosen, survivor), atLeast };
    known.push(...found);
  }
}

/** Several at once: after each, one of the sets that end it is taken, and what still survives is found as well. */
function* survivorsOf(survivor: Survivor<Turns<Constraint | undefined>>, chosen: ReadonlySet<string>): Turns<Constraint[]> {
  const found: Constraint[] = [];
  const taken = new Set(chosen);
  for (let next = yield* survivor(taken); next !== undefined; next = yield* survivor(taken)) {
    found.push(next);
    for (const key of next.flat()) taken.add(key);
  }
  return found;
}

/** Without a proof of the smallest, at least nothing is in it that is not needed. */
function* withoutIdle(chosen: readonly string[], survivor: Survivor<Turns<Constraint | undefined>>): Turns<string[]> {
  const left = new Set(chosen);
  for (const key of chosen) {
    left.delete(key);
    if ((yield* survivor(left)) !== undefined) left.add(key);
  }
  return [...left];
}
