import type { Hop, Link } from '../../../language/model/index.js';

/** Where information can go over one link, as the design's text says it: each left end with each right end. */
function passes(link: Link, from: string, to: string): boolean {
  const forth = link.sources.includes(from) && link.targets.includes(to);
  return forth || (link.twoWay && link.targets.includes(from) && link.sources.includes(to));
}

/** The components that information can reach from a stop in one step. */
export function reachable(links: ReadonlyMap<string, Link>, stop: readonly string[]): string[] {
  const ends = [...links.values()].flatMap((link) =>
    [...link.sources, ...link.targets].filter((to) => stop.some((from) => from !== to && passes(link, from, to))),
  );
  return [...new Set(ends)];
}

/** One hop for each pair of neighbouring stops; a link is taken where `via` names it or where there is only one. */
export function hopsAlong(stops: readonly (readonly string[])[], via: readonly string[], links: ReadonlyMap<string, Link>): Hop[] {
  return stops.slice(1).flatMap((next, step) =>
    stops[step]!.flatMap((from) =>
      next.map((to): Hop => {
        const candidates = [...links.values()].filter((link) => passes(link, from, to)).map((link) => link.name);
        const link = via.find((name) => candidates.includes(name)) ?? (candidates.length === 1 ? candidates[0] : undefined);
        return { from, to, link, candidates, step };
      }),
    ),
  );
}
