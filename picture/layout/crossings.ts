import type { LaidOutEdge } from './laid-out.js';

/** How often two lines cross. */
export function crossingsOf(edges: readonly LaidOutEdge[]): number {
  const segments = edges.flatMap(({ edge, points }) => points.slice(1).map((to, index) => ({ edge, from: points[index]!, to })));
  const upright = segments.filter(({ from, to }) => from.x === to.x);
  const level = segments.filter(({ from, to }) => from.y === to.y);
  let count = 0;
  for (const one of upright) {
    for (const other of level) {
      const isAcross = isBetween(one.from.x, other.from.x, other.to.x) && isBetween(other.from.y, one.from.y, one.to.y);
      if (isAcross && one.edge !== other.edge) count++;
    }
  }
  return count;
}

function isBetween(value: number, one: number, other: number): boolean {
  return value > Math.min(one, other) && value < Math.max(one, other);
}
