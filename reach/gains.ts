import type { Hold, Yield } from '../language/model/index.js';

/** What an attacker has of one element: `control meter`, `order disconnect`, in the end `switching meter`. */
export interface Gain {
  readonly hold: Hold | Yield;
  readonly element: string;
}

export type GainKey = string;

export function gainKey({ hold, element }: Gain): GainKey {
  return `${hold} ${element}`;
}

const yields: ReadonlySet<string> = new Set<Yield>(['switching', 'falsifying', 'reading']);

/** Whether something is done to devices with it, so that no step goes on from it. */
export function isYield(hold: Hold | Yield): hold is Yield {
  return yields.has(hold);
}
