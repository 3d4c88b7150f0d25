import type { Range } from 'vscode-languageserver';
import type { SourceRange } from '../language/model/index.js';

/** A place in a text as the Language Server Protocol tells it. */
export function rangeOf(range: SourceRange): Range {
  return {
    start: { line: range.startLine, character: range.startColumn },
    end: { line: range.endLine, character: range.endColumn },
  };
}
