import { printable } from '../../clean.js';
import { escapeXml } from '../office/xml.js';

/** The most characters (UTF-16 units) that a cell holds; Excel calls a file with more of them damaged. */
export const mostCellCharacters = 32_767;

/** What a cell holds of a text: line ends as LF, no character that XML 1.0 cannot hold, and no more than fits, with a notice where it is cut. */
export function cellText(text: string): string {
  const clean = printable(text);
  if (clean.length <= mostCellCharacters) return clean;
  const notice = ` ... (cut, ${clean.length} characters in all)`;
  const kept = clean.slice(0, mostCellCharacters - notice.length);
  // A cut between the halves of a character would leave half of it.
  return kept.replace(/[\uD800-\uDBFF]$/, '') + notice;
}

/**
 * The text of a cell in XML. Spreadsheets read `_x0041_` as the letter A, so that the underscore of what only looks like such an
 * escape is escaped itself.
 */
export function xmlOfCell(text: string): string {
  return escapeXml(cellText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}
