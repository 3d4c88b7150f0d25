import { forTerminal, pathFirst } from '../clean.js';
import type { Location } from '../locate.js';
import type { PlacedTextOptions } from './paint.js';

export function lineAndColumn(where: Location): string {
  return `${pathFirst(where.file)}:${where.line}:${where.column}`;
}

/** The line with marks under the place; marks line up because what stands before them is copied as blank. */
export function excerpt(uri: string, where: Location, { linesOf, paint }: Pick<PlacedTextOptions, 'linesOf' | 'paint'>): string {
  const line = linesOf(uri)?.[where.line - 1]?.replace(/\r$/, '');
  if (line === undefined) return '';
  const shown = forTerminal(line.slice(0, 160));
  const before = shown.slice(0, where.column - 1).replace(/[^\t]/gu, (character) => (isWide(character) ? '  ' : ' '));
  const end = where.endLine === where.line ? where.endColumn : line.length + 1;
  const marked = shown.slice(where.column - 1, end - 1);
  const width = Math.max(
    1,
    Array.from(marked).reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0),
  );
  const number = String(where.line).padStart(5);
  return `${paint(`${number} |`, 'quiet')} ${shown}\n${paint(`${' '.repeat(5)} |`, 'quiet')} ${before}${'^'.repeat(width)}\n`;
}

/** Characters that a terminal draws two columns wide. */
function isWide(character: string): boolean {
  return /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u.test(
    character,
  );
}
