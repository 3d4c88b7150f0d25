/** One thing that has to be hit: sets of keys, one of which has to be chosen as a whole. */
export type Constraint = readonly (readonly string[])[];

export interface Hitting {
  readonly chosen: readonly string[];
  /** No smaller choice hits everything. */
  readonly atLeast: number;
}

/**
 * The fewest keys that hit all constraints, by branch and bound: constraints that share no key need keys of their own each. After about `budget`
 * branches it stops with the best choice so far and the number that is proven.
 */
export function smallestHitting(constraints: readonly Constraint[], budget: number): Hitting {
  let left = budget;
  const parts = apart(constraints).map((part) => {
    const found = smallestOf(part, left);
    left = Math.max(1, found.left);
    return found;
  });
  return { chosen: parts.flatMap(({ chosen }) => chosen).sort(), atLeast: parts.reduce((sum, { atLeast }) => sum + atLeast, 0) };
}

/** Constraints that have no key in common, not even by way of others, are decided by themselves. */
function apart(constraints: readonly Constraint[]): Constraint[][] {
  const parts = new Set<{ constraints: Constraint[]; keys: string[] }>();
  const partOf = new Map<string, { constraints: Constraint[]; keys: string[] }>();
  for (const constraint of constraints) {
    const keys = constraint.flat();
    const joined = { constraints: [constraint], keys };
    for (const part of new Set(keys.flatMap((key) => partOf.get(key) ?? []))) {
      joined.constraints = [...part.constraints, ...joined.constraints];
      joined.keys = [...part.keys, ...joined.keys];
      parts.delete(part);
    }
    parts.add(joined);
    for (const key of joined.keys) partOf.set(key, joined);
  }
  return [...parts].map((part) => part.constraints);
}

function smallestOf(constraints: readonly Constraint[], budget: number): Hitting & { readonly left: number } {
  const greedy = greedyChoice(constraints);
  const search = { best: greedy, left: budget, tried: new Map<string, number>() };
  const proven = lowerBound(constraints, new Set());
  branch(constraints, new Set(), search);
  const atLeast = search.left > 0 ? search.best.size : Math.min(proven, search.best.size);
  return { chosen: [...search.best], atLeast, left: search.left };
}

interface Search {
  best: ReadonlySet<string>;
  left: number;
  readonly tried: Map<string, number>;
}

function branch(constraints: readonly Constraint[], chosen: ReadonlySet<string>, search: Search): void {
  if (search.left <= 0) return;
  search.left--;
  const open = constraints.filter((constraint) => !isHit(constraint, chosen));
  if (open.length === 0) {
    if (chosen.size < search.best.size) search.best = chosen;
    return;
  }
  if (chosen.size + lowerBound(open, chosen) >= search.best.size) return;
  const key = [...chosen].sort().join('\n');
  if (search.tried.has(key)) return;
  search.tried.set(key, chosen.size);
  const narrow = open.reduce((least, one) => (one.length < least.length ? one : least));
  for (const set of narrow) branch(open, new Set([...chosen, ...set]), search);
}

function isHit(constraint: Constraint, chosen: ReadonlySet<string>): boolean {
  return constraint.some((set) => set.every((key) => chosen.has(key)));
}

/** What is missing to each of some constraints that have no key in common. */
function lowerBound(open: readonly Constraint[], chosen: ReadonlySet<string>): number {
  const used = new Set<string>();
  let bound = 0;
  for (const constraint of [...open].sort((one, other) => one.length - other.length)) {
    const keys = constraint.flat().filter((key) => !chosen.has(key));
    if (keys.some((key) => used.has(key))) continue;
    for (const key of keys) used.add(key);
    bound += Math.min(...constraint.map((set) => set.filter((key) => !chosen.has(key)).length));
  }
  return bound;
}

/** Again and again the key that stands in most of what is open. */
function greedyChoice(constraints: readonly Constraint[]): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (;;) {
    const open = constraints.filter((constraint) => !isHit(constraint, chosen));
    if (open.length === 0) return chosen;
    const weights = new Map<string, number>();
    for (const constraint of open) {
      for (const key of new Set(constraint.flat())) if (!chosen.has(key)) weights.set(key, (weights.get(key) ?? 0) + 1);
    }
    const [best] = [...weights].sort(([one, weight], [other, second]) => second - weight || (one < other ? -1 : 1));
    chosen.add(best![0]);
  }
}
