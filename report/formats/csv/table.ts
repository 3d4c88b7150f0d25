import { stringify } from 'csv-stringify/sync';
import { atMost, wellFormed } from '../../clean.js';

/** What a cell of a spreadsheet holds. */
const mostCharacters = 32_000;

/**
 * A table with its heads for spreadsheets, as RFC 4180 has it. No cell can start a formula. The library quotes only the line break that
 * ends its rows; any other one would end a row, too, for those who read it.
 */
export function tableText(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
  return stringify([[...columns], ...safe], { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

/** A line break or control character before `=` would slip past the guard against formulas. */
function safeText(text: string): string {
  const clean = wellFormed(text)
    .replace(/^[\s\u0000-\u001F\u007F]+/, '')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
  return atMost(clean, mostCharacters);
}
