import type { Range } from 'vscode-languageserver';

/** Whether two ranges touch. */
export function overlaps({ start, end }: Range, range: Range): boolean {
  const before = (a: Range['start'], b: Range['start']) => a.line < b.line || (a.line === b.line && a.character < b.character);
  return !before(end, range.start) && !before(range.end, start);
}
