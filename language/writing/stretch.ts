import { isBelowBlankLine, lineStart, spaceStart } from './line-ends.js';

/** What lies between two offsets of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The end of a line; of CRLF never half. */
const lineEnd = '(?:\\r\\n|\\r(?!\\n)|\\n)';
const restOfLine = new RegExp(`^[^\\S\\r\\n]*(?:${lineEnd}|$)`);
const blankLine = new RegExp(`^[^\\S\\r\\n]*${lineEnd}`);

/** What stands from here to the end of the line, and that; undefined where it is more than space. */
export function blankRest(text: string, from: number): string | undefined {
  return restOfLine.exec(text.slice(from))?.[0];
}

/** The stretch to take away with a statement: its lines, where nothing else stands on them, and one of the blank lines around it. */
export function stretchOf({ start, end }: Stretch, text: string): Stretch {
  const first = ownLineStart(text, start);
  const rest = blankRest(text, end);
  const isAlone = first < start || start === 0 || /[\r\n\uFEFF]/.test(text[start - 1]!);
  if (rest === undefined) return { start, end: end + /^[^\S\r\n]*/.exec(text.slice(end))![0].length };
  if (!isAlone) return { start: spaceStart(text, start), end };
  const blank = isBelowBlankLine(text, first) ? blankLine.exec(text.slice(end + rest.length))?.[0].length : undefined;
  return { start: first, end: end + rest.length + (blank ?? 0) };
}

/** Where the line of a statement begins, or the statement where something else stands before it. */
export function ownLineStart(text: string, offset: number): number {
  const start = lineStart(text, offset);
  const before = text.slice(start, offset);
  // A byte order mark stays the first character of its file.
  return before.trim() === '' && !before.startsWith('\uFEFF') ? start : offset;
}
