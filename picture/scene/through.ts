import type { Link } from '../../language/model/index.js';
import type { SceneNode } from './scene.js';
import type { Places } from './places.js';

/** A link with the nodes of its ends. */
interface Drawn {
  readonly link: Link;
  readonly nodes: readonly SceneNode[];
}

/**
 * The zones through which links are drawn: a carrier's network between two places. A link runs through the first zone that it names and
 * that holds no component, as long as all links of that zone come from one side and go to the other; else lines would have to turn back,
 * and words on the link say where it runs.
 */
export function zonesThrough(all: readonly Drawn[], empty: ReadonlySet<string>, places: Places): ReadonlyMap<string, SceneNode> {
  const byZone = new Map<string, Drawn[]>();
  for (const one of all) {
    const zone = one.link.zones.find((name) => empty.has(name) && places.openZone(name) !== undefined);
    if (zone !== undefined) byZone.set(zone, [...(byZone.get(zone) ?? []), one]);
  }
  const through = new Map<string, SceneNode>();
  for (const [zone, links] of byZone) {
    const depths = links.map(({ nodes }) => nodes.map(({ depth }) => depth));
    const [lastStart, firstEnd] = [Math.max(...depths.map((own) => Math.min(...own))), Math.min(...depths.map((own) => Math.max(...own)))];
    if (links.length > 1 && lastStart >= firstEnd) continue;
    for (const { link } of links) through.set(link.name, places.openZone(zone)!);
  }
  return through;
}
