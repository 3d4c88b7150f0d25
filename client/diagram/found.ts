import type { Picture, PicturePlace } from '../../server/protocol.js';
import type { Hit } from '../../webview/messages.js';

/** A list that is longer is not read. */
const most = 12;

/** The elements whose name or title holds a text: what begins with it before what only holds it, each once. */
export function hitsOf(text: string, elements: Picture['elements']): Hit[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found = new Map<string, { readonly hit: Hit; readonly rank: number }>();
  for (const { name, title } of Object.values(elements).flat()) {
    const words = [name, title].map((one) => one.toLowerCase());
    if (found.has(name) || !words.some((one) => one.includes(wanted))) continue;
    const rank = words.includes(wanted) ? 0 : words.some((one) => one.startsWith(wanted)) ? 1 : 2;
    found.set(name, { hit: { name, label: title === '' || title === name ? name : `${title} (${name})` }, rank });
  }
  return [...found.values()]
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ hit }) => hit);
}

/** What is drawn of an element, and whether it is drawn alone; undefined of what is not drawn. */
export function drawnAs(
  name: string,
  elements: Picture['elements'],
): { readonly ids: readonly string[]; readonly alone: boolean } | undefined {
  const drawn = boxesHolding((place) => place.name === name, elements);
  return drawn.ids.length === 0 ? undefined : drawn;
}

/** The ids of an element's own boxes, or where it stands in boxes with others only, of those. */
export function boxesHolding(
  isIt: (place: PicturePlace) => boolean,
  elements: Picture['elements'],
): { readonly ids: readonly string[]; readonly alone: boolean } {
  const holding = Object.entries(elements).filter(([, places]) => places.some(isIt));
  const own = holding.filter(([, places]) => places.length === 1);
  return { ids: (own.length > 0 ? own : holding).map(([id]) => id), alone: own.length > 0 };
}
