import type { Gap } from './assessment.js';
import type { Facts } from './facts.js';
import { leavesOf, type Leaf } from './gaps.js';

/**
 * Whether what is drawn is wrong, as against something that nobody wrote yet: a weak mechanism, a value or relation that does not do, or
 * protection of what travels that is not among the layers which are named.
 */
export function isDrawn(gap: Gap, facts: Facts): boolean {
  return leavesOf(gap).some((leaf) => leaf.stated || isLeftOut(leaf, facts));
}

/** A link or flow whose layers are named shows what protects what travels on it: what they do not bring is left out, not left open. */
function isLeftOut(leaf: Leaf, facts: Facts): boolean {
  if (leaf.kind !== 'control' || leaf.state === 'unknown' || leaf.state === 'planned') return false;
  const protects = facts.catalogue.controls.get(leaf.control)?.protects;
  if (protects !== 'channel' && protects !== 'message') return false;
  if (leaf.place === 'link') return (facts.link(leaf.element)?.layers.length ?? 0) > 0;
  const flow = leaf.place === 'flow' ? facts.architecture.flows.get(leaf.element) : undefined;
  if (flow === undefined) return false;
  return flow.layers.length > 0 || flow.hops.every(({ link }) => (facts.link(link)?.layers.length ?? 0) > 0);
}
