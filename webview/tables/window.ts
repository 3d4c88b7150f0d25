/** What of many pieces in a row lies in a view. */
export interface Span {
  readonly from: number;
  /** The first that is left out. */
  readonly to: number;
}

/** Where each piece begins, and behind the last one where all end. */
export function offsetsOf(sizes: readonly number[]): readonly number[] {
  const offsets = [0];
  for (const size of sizes) offsets.push(offsets.at(-1)! + size);
  return offsets;
}

/** The pieces that lie in a view, and so many around it. */
export function spanOf(offsets: readonly number[], start: number, length: number, around: number): Span {
  const count = offsets.length - 1;
  const first = pieceAt(offsets, start);
  const last = pieceAt(offsets, start + length);
  return { from: Math.max(0, first - around), to: Math.min(count, last + 1 + around) };
}

/** The piece that a place lies in; the last one for what lies behind. */
export function pieceAt(offsets: readonly number[], place: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (offsets[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How far to scroll so that a piece lies in the view; where it does already, no way at all. */
export function scrolledTo(offsets: readonly number[], piece: number, start: number, length: number): number {
  const [begin, end] = [offsets[piece]!, offsets[piece + 1]!];
  if (begin < start) return begin;
  return end > start + length ? Math.min(begin, end - length) : start;
}
