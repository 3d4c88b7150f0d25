import type { Picture, PlainPlace, PlainPosition, PlainRange } from '../../server/protocol.js';
import { boxesHolding } from './found.js';

/** The ids of what is drawn of the innermost element whose statement holds a position: a box, a line's words and its parts. */
export function idsAt(uri: string, position: PlainPosition, elements: Picture['elements']): string[] {
  const drawn = Object.entries(elements);
  const around = drawn.flatMap(([, places]) => places.filter((place) => place.uri === uri && holds(place.extent, position)));
  const [first, ...others] = around;
  if (first === undefined) return [];
  const innermost = others.reduce((one, other) => (startsBehind(other.extent, one.extent) ? other : one), first);
  return drawn.flatMap(([id, places]) => (places.some((place) => isSame(place, innermost)) ? [id] : []));
}

/** The ids of what is drawn of some elements: of each its own box, or where it stands in a box with others, that one. */
export function idsOfPlaces(places: readonly PlainPlace[], elements: Picture['elements']): string[] {
  const ids = places.flatMap((place) => {
    return boxesHolding((one) => isSame(one, place), elements).ids;
  });
  return [...new Set(ids)];
}

function holds({ start, end }: PlainRange, position: PlainPosition): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

/** Of two statements around one place, the one that begins later lies within the other. */
function startsBehind(one: PlainRange, other: PlainRange): boolean {
  return isBefore(other.start, one.start);
}

function isBefore(one: PlainPosition, other: PlainPosition): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function isSame(one: PlainPlace, other: PlainPlace): boolean {
  const { line, character } = one.range.start;
  return one.uri === other.uri && line === other.range.start.line && character === other.range.start.character;
}
