import type { Location, Range } from 'vscode-languageserver';
import type { SourceRange } from '../language/source/index.js';

/** A place in a text as the Language Server Protocol tells it. */
export function protocolRangeOf(range: SourceRange): Range {
  return {
    start: { line: range.startLine, character: range.startColumn },
    end: { line: range.endLine, character: range.endColumn },
  };
}

/** The same with its file. */
export function locationOf(range: SourceRange): Location {
  return { uri: range.uri, range: protocolRangeOf(range) };
}

/** Whether two ranges touch. */
export function overlaps(a: Range, b: Range): boolean {
  const before = (x: Range['start'], y: Range['start']) => x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}
