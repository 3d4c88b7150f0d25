/** One expected pair of the hand-written matrix. */
export interface Expected {
  readonly requirement: string;
  readonly element: string;
  /** `state; severity; gaps; reason`, as written. */
  readonly words: string;
  readonly line: number;
}

/** Reads a matrix; throws with the line where the text is not in the form that riverside.txt explains. */
export function readMatrix(text: string): Expected[] {
  const pairs: Expected[] = [];
  let requirement: string | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('== ')) {
      requirement = line.slice(3);
      continue;
    }
    const colon = line.indexOf(': ');
    const words = line.slice(colon + 2);
    if (requirement === undefined || colon < 0 || words.split('; ').length !== 4) {
      throw new Error(`line ${index + 1}: expected 'element, ...: state; severity; gaps; reason' under a '== requirement'`);
    }
    for (const element of line.slice(0, colon).split(', ')) pairs.push({ requirement, element, words, line: index + 1 });
  }
  return pairs;
}
