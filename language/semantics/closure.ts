/**
 * So far a chain is followed: of kinds, mechanisms, zones and refinements. What people draw has no more than ten of each; what goes on behind would make
 * each of N things as expensive as N. A longer chain is an error of its own: `long-chain`.
 */
export const longestChain = 50;

/** All names that some names lead to, themselves included, nearest first; each once, so that circles end. */
export function reachedFrom(start: Iterable<string>, next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  // A set that grows while it is walked is walked to its end.
  for (const name of found) for (const one of next(name)) found.add(one);
  return found;
}

/** Whether a name leads to another one, or is that one. */
export function leadsTo(from: string, to: string, next: (name: string) => readonly string[]): boolean {
  return reachedFrom([from], next).has(to);
}
