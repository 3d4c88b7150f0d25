import type { Hold, Yield } from '../language/model/index.js';

/** What an attacker has of one element: `control meter`, `order disconnect`, in the end `switching meter`. */
export interface Atom {
  readonly hold: Hold | Yield;
  readonly element: string;
}

export type AtomKey = string;

export function atomKey({ hold, element }: Atom): AtomKey {
  return `${hold} ${element}`;
}

const yields: ReadonlySet<string> = new Set<Yield>(['switching', 'falsifying', 'reading']);

/** Whether something is done to devices with it, so that no step goes on from it. */
export function isYield(hold: Hold | Yield): hold is Yield {
  return yields.has(hold);
}
