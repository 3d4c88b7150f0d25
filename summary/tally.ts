import type { Finding, Result, State } from '../review/index.js';
import { countFindings, type Count } from './count.js';

const decidedStates = ['met', 'accepted', 'excluded'] as const satisfies readonly State[];

/** How something stands: its findings, and how much of the rest is closed, and by what. */
export interface Tally extends Count {
  /** Without what there is none of. */
  readonly closed: readonly { readonly state: (typeof decidedStates)[number]; readonly count: number }[];
}

export function tallyOf(findings: readonly Pick<Finding, 'state' | 'severity'>[], results: readonly Pick<Result, 'state'>[]): Tally {
  const closed = decidedStates.map((state) => ({ state, count: results.filter((result) => result.state === state).length }));
  return { ...countFindings(findings), closed: closed.filter(({ count }) => count > 0) };
}
