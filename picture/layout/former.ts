import type { Scene } from '../scene/scene.js';
import { crossingsOf } from './crossings.js';
import type { LaidOut, Point } from './laid-out.js';

/** What a picture tells the one after it, so that what an edit does not concern stays where it was seen. Plain data. */
export interface Former {
  /** Where boxes stood, by their ids. */
  readonly places: ReadonlyMap<string, Point>;
  /** Whether it was placed without one before it. */
  readonly isAnew: boolean;
  /** How often lines crossed in the last picture that kept no places. */
  readonly crossings: number;
}

export function formerOf({ nodes, edges, former }: LaidOut): Former {
  return {
    places: new Map(nodes.map(({ node, x, y }) => [node.id, { x, y }])),
    isAnew: former === undefined,
    crossings: former ?? crossingsOf(edges),
  };
}

/** Whether the same boxes are drawn: then places without a former picture are its own, only for other sizes. */
export function hasSameBoxes({ nodes }: Scene, { places }: Former): boolean {
  return nodes.length === places.size && nodes.every(({ id }) => places.has(id));
}

/** Whether so many lines cross that whoever looks would rather find boxes in new places. */
export function isTangled({ edges }: Pick<LaidOut, 'edges'>, crossings: number): boolean {
  return crossingsOf(edges) > 2 * crossings + 8;
}
