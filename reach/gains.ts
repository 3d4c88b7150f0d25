import type { Hold, Yield } from '../language/model/index.js';

export type GainKey = string;

/** What an attacker has of one element: `control meter`, `order disconnect`, in the end `switching meter`. */
export interface Gain {
  readonly hold: Hold | Yield;
  readonly element: string;
  /** The same for all that are the same: made once, since it is asked for again and again. */
  readonly key: GainKey;
}

export function gainOf(hold: Hold | Yield, element: string): Gain {
  return { hold, element, key: `${hold} ${element}` };
}

const yields: ReadonlySet<string> = new Set<Yield>(['switching', 'falsifying', 'reading']);

/** Whether something is done to devices with it, so that no step goes on from it. */
export function isYield(hold: Hold | Yield): hold is Yield {
  return yields.has(hold);
}
