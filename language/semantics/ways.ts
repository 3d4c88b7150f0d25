import type { Flow, Hop, Link } from '../model/architecture.js';

/** The components that a link joins, each once, those on its left first. */
export function endsOfLink({ sources, targets }: Pick<Link, 'sources' | 'targets'>): string[] {
  return [...new Set([...sources, ...targets])];
}

/** What a flow carries, the answer on the way back included. */
export function dataOfFlow({ carries, returns }: Pick<Flow, 'carries' | 'returns'>): string[] {
  return [...new Set([...carries, ...returns])];
}

type Path = Pick<Flow, 'stops'>;

export function firstStop({ stops }: Path): readonly string[] {
  return stops[0] ?? [];
}

export function lastStop({ stops }: Path): readonly string[] {
  return stops.at(-1) ?? [];
}

/** The components of a path's first and last stop. */
export function endsOfFlow(flow: Path): string[] {
  return [...new Set([...firstStop(flow), ...lastStop(flow)])];
}

/** Components of the stops that are neither first nor last, by index. */
export function relaysOf({ stops }: Path): string[] {
  return [...new Set(stops.slice(1, -1).flat())];
}

/** The part of a path that something is said to reach over; without a bound from its beginning, or to its end. */
export interface Bounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Whether bounds take in a hop: `from X` begins at the first stop that names X and takes of that stop only the hops that leave X, `to Y`
 * ends at the last stop that names Y. A name that is not on the path takes in nothing.
 */
export function isWithinBounds({ from, to }: Bounds, hop: Pick<Hop, 'step' | 'from' | 'to'>, { stops }: Path): boolean {
  if (from !== undefined) {
    const start = stops.findIndex((stop) => stop.includes(from));
    if (start < 0 || hop.step < start || (hop.step === start && hop.from !== from)) return false;
  }
  if (to !== undefined) {
    const end = stops.findLastIndex((stop) => stop.includes(to));
    if (end < 0 || hop.step + 1 > end || (hop.step + 1 === end && hop.to !== to)) return false;
  }
  return true;
}
