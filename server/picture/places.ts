import type { Architecture, Element, ElementSort } from '../../language/model/index.js';
import type { Scene } from '../../picture/index.js';
import { elementNamed } from '../../review/index.js';
import type { Snapshot } from '../../workspace/index.js';
import type { PicturePlace } from '../protocol.js';
import { protocolRangeOf } from '../range.js';

/** Where the elements stand that are drawn, by the ids that they have in the picture. */
export function drawnPlaces(scene: Scene, architecture: Architecture, { sources }: Snapshot): Record<string, readonly PicturePlace[]> {
  const placeOf = (element: Element): PicturePlace => ({
    name: element.name,
    title: element.title ?? '',
    uri: sources.rangeOf(element).uri,
    range: protocolRangeOf(sources.rangeOf(element)),
    extent: protocolRangeOf(sources.sourceOf(element).extent),
  });
  const named = (names: readonly string[], sort?: ElementSort) =>
    names.flatMap((name) => elementNamed(architecture, name, sort) ?? []).map(placeOf);
  const places: Record<string, readonly PicturePlace[]> = {};
  const add = (id: string, found: readonly PicturePlace[]): void => {
    if (found.length > 0) places[id] = found;
  };
  add('design', named([architecture.design.name], 'design'));
  // A flow's words stand on each of its steps, and have no element of their own.
  const flowOf = (id: string) => id.slice('flow:'.length).split('/')[0]!;
  for (const { id, sort, elements } of scene.nodes) add(id, named(sort === 'flow' ? [flowOf(id)] : elements));
  for (const { id, from, to } of scene.edges) add(id, places[[from, to].find((end) => /^(link|flow):/.test(end)) ?? ''] ?? []);
  for (const { rows } of scene.panels) for (const { id, elements } of rows) add(id, named(elements));
  return places;
}
