import type { Replacement } from './edit.js';

const lineEnds = /\r\n|\r|\n/g;

/** The ends of the lines of a text, in order. */
export function lineEndsOf(text: string): readonly string[] {
  return text.match(lineEnds) ?? [];
}

/** Where the line of an offset begins. Costs what the line is long: a search for a character that a file has nowhere reads all of it. */
export function lineStart(text: string, offset: number): number {
  let start = Math.min(offset, text.length);
  while (start > 0 && !isLineEnd(text[start - 1])) start--;
  return start;
}

/** Where the space on its line begins that ends at an offset. */
export function spaceStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && spaceOnLine.test(text[start - 1]!)) start--;
  return start;
}

/** Whether the line above one that begins here is blank, or there is none above it. */
export function isBelowBlankLine(text: string, start: number): boolean {
  if (start === 0) return true;
  if (!isLineEnd(text[start - 1])) return false;
  const above = spaceStart(text, text.slice(Math.max(0, start - 2), start) === '\r\n' ? start - 2 : start - 1);
  return above === 0 || isLineEnd(text[above - 1]);
}

const spaceOnLine = /[^\S\r\n]/;

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** A place in a text; lines and columns count from 0, columns in UTF-16 units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Tells where the offsets of a text are. */
export function positionsIn(text: string): (offset: number) => TextPlace {
  const starts = [0, ...[...text.matchAll(lineEnds)].map((one) => one.index + one[0].length)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line, column: offset - starts[line]! };
  };
}

/** How the line of an offset ends; the last line of a text, which has no end, takes that of the line above. `\n` where the text is one line. */
export function lineEndAt(text: string, offset: number): string {
  const own = /\r\n|\r|\n/.exec(text.slice(offset));
  if (own !== null) return own[0];
  const above = lineStart(text, offset);
  if (above === 0) return '\n';
  return text.endsWith('\r\n', above) ? '\r\n' : text[above - 1]!;
}

/** A text whose lines all end in one way. */
export function withLineEnds(text: string, end: string): string {
  return text.replace(lineEnds, end);
}

/**
 * What a replacement writes, with the line ends that it takes in a text. A line that takes the place of another ends as that one did; a
 * further one ends as the line beside which it is written. So no line changes its end that an edit does not touch, also where a text mixes them.
 */
export function endedAs(text: string, { start, end, newText, moves }: Replacement): string {
  if (moves === true) return newText;
  let before: readonly string[] | undefined;
  let line = 0;
  return newText.replace(lineEnds, () => (before ??= lineEndsOf(text.slice(start, end)))[line++] ?? lineEndAt(text, end));
}
