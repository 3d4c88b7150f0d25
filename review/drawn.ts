import type { Facts } from './facts.js';
import type { Leaf } from './gaps.js';

/**
 * How a finding shows in what is drawn. `wrong`: something that is written does not do: a weak mechanism, a value, a relation. `left out`:
 * the layers of a link or flow are named, and the protection is not among them. `silent`: nobody wrote anything about it yet.
 */
export type Drawn = (typeof drawnOrder)[number];

/** What shows most goes first. */
export const drawnOrder = ['wrong', 'left out', 'silent'] as const;

export function drawnOf(leaves: readonly Leaf[], facts: Facts): Drawn {
  if (leaves.some(({ stated }) => stated)) return 'wrong';
  return leaves.some((leaf) => isLeftOut(leaf, facts)) ? 'left out' : 'silent';
}

/** A link or flow whose layers are named shows what protects what travels on it: what they do not bring is left out, not left open. */
function isLeftOut(leaf: Leaf, facts: Facts): boolean {
  if (leaf.kind !== 'control' || leaf.state === 'unknown' || leaf.state === 'planned') return false;
  const protects = facts.catalogue.controls.get(leaf.control)?.protects;
  if (protects !== 'channel' && protects !== 'message') return false;
  if (leaf.sort === 'link') return (facts.link(leaf.element)?.layers.length ?? 0) > 0;
  const flow = leaf.sort === 'flow' ? facts.architecture.flows.get(leaf.element) : undefined;
  if (flow === undefined) return false;
  return flow.layers.length > 0 || flow.hops.every(({ link }) => (facts.link(link)?.layers.length ?? 0) > 0);
}
