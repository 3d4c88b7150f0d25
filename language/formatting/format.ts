// The room `language/formatting/`: the one style: changes white space between tokens and nothing else.
// May import `language/writing`, `language/grammar`, `language/generated`, `langium`.

import type { ParseResult } from 'langium';
import { gapsOf, type WhiteSpace } from './gaps.js';
import { endedAs, lineStart, type Replacement } from '../writing/index.js';
import { gapsOfStatements, type TextReader } from './statements.js';

/** In a broken text, so many statements before and behind a range are read to align with them. */
const columnsReach = 200;

/** The edits that bring a text into the one style, in order; none if it has syntax errors. Tokens and comments stay as they are. */
export function formatEdits(text: string, result: ParseResult): Replacement[] {
  return needed(text, gapsOf(text, result) ?? []);
}

/**
 * The edits on the lines that a range touches. In a text with syntax errors only the statements without any are brought into
 * the style.
 */
export function formatRangeEdits(text: string, result: ParseResult, reader: TextReader, start: number, end: number): Replacement[] {
  // The last line does not count where only its beginning is taken.
  const last = end > start && end === lineStart(text, end) ? end - 1 : end;
  const from = lineStart(text, start);
  const to = last + /^[^\n\r]*/.exec(text.slice(last))![0].length;
  const gaps = gapsOf(text, result) ?? gapsOfStatements(text, reader, from, to, columnsReach);
  return needed(text, gaps).filter((gap) => gap.end >= from && gap.start <= to);
}

function needed(text: string, gaps: readonly WhiteSpace[]): Replacement[] {
  return gaps.filter((gap) => text.slice(gap.start, gap.end) !== endedAs(text, gap));
}
