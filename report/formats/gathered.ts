/** In characters. */
const atOnce = 1 << 16;

/** Pieces together, as many as are written or packed at once: to take each of them by itself would take longer than to make it. */
export function* gathered(pieces: Iterable<string>): Iterable<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < atOnce) continue;
    yield waiting.join('');
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield waiting.join('');
}
