import { smallestHitting, type Constraint } from './hitting-set.js';

export interface Cut {
  readonly chosen: readonly string[];
  /** No smaller set ends all ways; the size of the set itself where that is proven. */
  readonly atLeast: number;
}

/** A way that a choice leaves open, as what would have to be chosen; undefined where none is left. */
export type Survivor = (chosen: ReadonlySet<string>) => Constraint | undefined;

/**
 * The smallest choice after which no way is left: each way that survives the best choice so far is added to what has to be hit, until none
 * survives. The last choice is the smallest for some ways, and ends all of them, so that no smaller one does.
 */
export function smallestCut(survivor: Survivor, budget = 20_000): Cut {
  const known: Constraint[] = [];
  for (;;) {
    const { chosen, atLeast } = smallestHitting(known, budget);
    const found = survivorsOf(survivor, new Set(chosen));
    if (found.length === 0) return { chosen: withoutIdle(chosen, survivor), atLeast };
    known.push(...found);
  }
}

/** Several at once: after each, one of the sets that end it is taken, and what still survives is found as well. */
function survivorsOf(survivor: Survivor, chosen: ReadonlySet<string>): Constraint[] {
  const found: Constraint[] = [];
  const taken = new Set(chosen);
  for (let next = survivor(taken); next !== undefined; next = survivor(taken)) {
    found.push(next);
    for (const key of next.flat()) taken.add(key);
  }
  return found;
}

/** Without a proof of the smallest, at least nothing is in it that is not needed. */
function withoutIdle(chosen: readonly string[], survivor: Survivor): string[] {
  const left = new Set(chosen);
  for (const key of chosen) {
    left.delete(key);
    if (survivor(left) !== undefined) left.add(key);
  }
  return [...left];
}
