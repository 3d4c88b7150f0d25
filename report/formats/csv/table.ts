import { stringify } from 'csv-stringify/sync';
import { atMost, wellFormed } from '../../clean.js';

/** What a cell of a spreadsheet holds. */
const mostCharacters = 32_000;

/**
 * A table with its heads for spreadsheets, as RFC 4180 has it. No cell can start a formula. The library quotes only the line break that
 * ends its rows; any other one would end a row, too, for those who read it.
 */
export function tableText(columns: readonly string[], rows: Iterable<Row>): string {
  return [...tablePieces(columns, rows)].join('');
}

type Row = readonly (string | number)[];

/** So many rows are written together, or so many characters: rows of clauses name many elements. */
const together = { rows: 500, characters: 1 << 17 };

/** The same text piece by piece, for rows that are made when they are asked for. */
export function* tablePieces(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  let waiting: Row[] = [columns];
  let length = 0;
  for (const row of rows) {
    if (waiting.length === together.rows || length > together.characters) {
      yield textOf(waiting);
      [waiting, length] = [[], 0];
    }
    const safe = row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell));
    for (const cell of safe) if (typeof cell === 'string') length += cell.length;
    waiting.push(safe);
  }
  yield textOf(waiting);
}

function textOf(rows: readonly Row[]): string {
  return stringify([...rows], { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/** A line break or control character before `=` would slip past the guard against formulas. */
function safeText(text: string): string {
  const clean = wellFormed(text)
    .replace(/^[\s\u0000-\u001F\u007F]+/, '')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
  return atMost(clean, mostCharacters);
}
