import type { Scene } from '../scene/scene.js';
import type { Content } from './content.js';
import type { LaidOutEdge, Point, Rectangle } from './laid-out.js';

interface Heads {
  /** Where the head of each open zone goes. */
  readonly at: ReadonlyMap<string, Point>;
  /** How much wider a zone would have to be for its head to stand clear of all lines. */
  readonly lacking: ReadonlyMap<string, number>;
}

const clear = 6;

/** Lines enter a zone through its upper edge, where its head stands: the head goes to the first place between them that is wide enough. */
export function headsOf(
  scene: Scene,
  contents: ReadonlyMap<string, Content>,
  places: ReadonlyMap<string, Rectangle>,
  edges: readonly LaidOutEdge[],
): Heads {
  const at = new Map<string, Point>();
  const lacking = new Map<string, number>();
  for (const { id, sort } of scene.nodes) {
    if (sort !== 'zone') continue;
    const { x, y, width } = places.get(id)!;
    const head = contents.get(id)!;
    const taken = crossings({ x, y, width, height: head.height }, edges);
    const borders = [...taken, [x + width, x + width] as const];
    let from = x;
    let found: number | undefined;
    for (const [start, end] of borders) {
      if (found === undefined && start - from >= head.width) found = from;
      from = Math.max(from, end);
    }
    at.set(id, { x: found ?? x, y });
    if (found === undefined) lacking.set(id, Math.ceil(head.width - ((taken[0]?.[0] ?? x) - x)));
  }
  return { at, lacking };
}

/** What lines take of a strip, from left to right. */
function crossings(strip: Rectangle, edges: readonly LaidOutEdge[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const { points } of edges) {
    for (const [index, one] of points.slice(1).entries()) {
      const other = points[index]!;
      const [left, right] = [Math.min(one.x, other.x) - clear, Math.max(one.x, other.x) + clear];
      const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)];
      if (right > strip.x && left < strip.x + strip.width && bottom > strip.y && top < strip.y + strip.height) found.push([left, right]);
    }
  }
  return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}
