import type { PlacedMark } from './laid-out.js';

/** Something that takes a line of its own. */
export interface Row {
  readonly width: number;
  readonly height: number;
  readonly put: (x: number, y: number) => PlacedMark[];
}

/** Rows below each other. */
export function stacked(lines: readonly Row[], x: number, from: number): PlacedMark[] {
  let y = from;
  return lines.flatMap((row) => {
    const placed = row.put(x, y);
    y += row.height;
    return placed;
  });
}

export function heightOf(lines: readonly Row[]): number {
  return lines.reduce((sum, { height }) => sum + height, 0);
}

/** Small things beside each other, on as many lines as they need. */
export function flowing(things: readonly Row[], width: number, between: number): Row[] {
  const lines: Row[][] = [];
  let used = Infinity;
  for (const thing of things) {
    if (used + thing.width > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push(thing);
    used += thing.width + between;
  }
  return lines.map((line) => ({
    width: line.reduce((sum, thing) => sum + thing.width + between, -between),
    height: Math.max(...line.map(({ height }) => height)) + 2,
    put: (x, y) => {
      let at = x;
      return line.flatMap((thing) => {
        const placed = thing.put(at, y);
        at += thing.width + between;
        return placed;
      });
    },
  }));
}

/** To a tenth of a pixel, so that the same layout is the same bytes. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
