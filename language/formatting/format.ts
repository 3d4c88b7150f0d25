import type { ParseResult } from 'langium';
import { gapsOf, type Gap } from './gaps.js';
import { gapsOfStatements, lineStart, type Reader } from './statements.js';

/** What to put in the place of a stretch of white space. */
export type FormatEdit = Gap;

/** In a broken text, so many statements before and behind a range are read to align with them. */
const columnsReach = 200;

/** The edits that bring a text into the one style, in order; none if it has syntax errors. Tokens and comments stay as they are. */
export function formatEdits(text: string, result: ParseResult): FormatEdit[] {
  return needed(text, gapsOf(text, result) ?? []);
}

/**
 * The edits on the lines that a range touches. In a text with syntax errors only the statements without any are brought into
 * the style.
 */
export function formatRangeEdits(text: string, result: ParseResult, reader: Reader, start: number, end: number): FormatEdit[] {
  // The last line does not count where only its beginning is taken.
  const last = end > start && end === lineStart(text, end) ? end - 1 : end;
  const from = lineStart(text, start);
  const to = last + /^[^\n\r]*/.exec(text.slice(last))![0].length;
  const gaps = gapsOf(text, result) ?? gapsOfStatements(text, reader, from, to, columnsReach);
  return needed(text, gaps).filter((gap) => gap.end >= from && gap.offset <= to);
}

/** A text after edits that stand in order. */
export function applied(text: string, edits: readonly FormatEdit[]): string {
  let from = 0;
  let result = '';
  for (const edit of edits) {
    result += text.slice(from, edit.offset) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

function needed(text: string, gaps: readonly Gap[]): FormatEdit[] {
  return gaps.filter((gap) => text.slice(gap.offset, gap.end) !== gap.text);
}
