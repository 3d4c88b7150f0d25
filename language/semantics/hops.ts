import type { Hop, Link } from '../model/architecture.js';

/** What of a link says which components it joins. */
type Ends = Pick<Link, 'sources' | 'targets' | 'twoWay'>;

/** Links by the components they join, so that each hop looks only at those of its own ends. */
export type LinksByEnd<L extends Ends = Link> = ReadonlyMap<string, readonly L[]>;

export function linksByEnd<L extends Ends>(links: Iterable<L>): LinksByEnd<L> {
  const table = new Map<string, L[]>();
  for (const link of links) {
    for (const end of new Set([...link.sources, ...link.targets])) {
      const known = table.get(end);
      if (known === undefined) table.set(end, [link]);
      else known.push(link);
    }
  }
  return table;
}

/**
 * Every step of a flow with the links that can carry it. `via` chooses among several; otherwise only a single one is taken. A link that is
 * still being written makes none of the others doubtful.
 */
export function readHops(
  stops: readonly (readonly string[])[],
  via: readonly string[],
  links: LinksByEnd,
  isFinished: (link: string) => boolean = () => true,
): Hop[] {
  const hops: Hop[] = [];
  for (let step = 0; step + 1 < stops.length; step++) {
    for (const from of stops[step]!) {
      for (const to of stops[step + 1]!) {
        const [ofFrom, ofTo] = [links.get(from) ?? [], links.get(to) ?? []];
        const near = ofFrom.length <= ofTo.length ? ofFrom : ofTo;
        const able = near.filter((link) => carriesFrom(link, from, to)).map((link) => link.name);
        const candidates = able.some(isFinished) ? able.filter((name) => isFinished(name) || via.includes(name)) : able;
        const chosen = via.filter((name) => candidates.includes(name));
        const link = chosen[0] ?? (candidates.length === 1 ? candidates[0] : undefined);
        hops.push({ from, to, link, candidates, step });
      }
    }
  }
  return hops;
}

/** Whether information can go from one component to the other over a link: each left end with each right end. */
export function carriesFrom(link: Ends, from: string, to: string): boolean {
  if (link.sources.includes(from) && link.targets.includes(to)) return true;
  return link.twoWay && link.targets.includes(from) && link.sources.includes(to);
}
