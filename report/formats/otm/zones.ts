import type { NamedReview } from '../../../summary/named.js';
import { basics, idOf } from './ids.js';

/** A name that no zone can have: parentheses are no part of names. */
const outside = '(no zone)';

/**
 * The rating that the format asks for. The language has none, and to make one up from kinds would be a judgement that nobody made:
 * every zone gets the middle of the scale, and tools find the kinds in the attributes.
 */
const risk = { trustRating: 50 };

export function trustZonesOf(review: NamedReview) {
  const { zones, components } = review.assessment.architecture;
  const told = [...zones.values()].map((zone) => ({
    ...basics(zone, review),
    ...(zone.kinds[0] === undefined ? {} : { type: zone.kinds[0] }),
    risk,
    ...(zone.zone === undefined || !zones.has(zone.zone) ? {} : { parent: { trustZone: idOf(zone.zone, review) } }),
  }));
  const isOutside = [...components.values()].some(({ zone }) => zone === undefined || !zones.has(zone));
  if (!isOutside) return told;
  return [...told, { id: idOf(outside, review), name: 'No zone stated', attributes: {}, risk }];
}

/** The zone that a component stands in; every component has one in this format. */
export function parentOf(zone: string | undefined, review: NamedReview): { readonly trustZone: string } {
  const stated = zone !== undefined && review.assessment.architecture.zones.has(zone);
  return { trustZone: idOf(stated ? zone : outside, review) };
}
