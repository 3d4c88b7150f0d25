import type { SourceRange } from '../source/index.js';
import { insertion, type Edit } from './edit.js';
import { lineStart } from './line-ends.js';
import { inQuotes } from './quotes.js';

/** Adds a clause to the head of a statement. */
export function intoHead({ head }: { readonly head: SourceRange }, clause: string): Edit {
  return insertion(head.uri, head.endOffset, ` ${clause}`);
}

/** Adds a statement of its own behind another one. */
export function insertedBehind({ extent }: { readonly extent: SourceRange }, statement: string): Edit {
  return insertion(extent.uri, extent.endOffset, `\n${statement}`);
}

const docComment = /\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*$/;

/** Writes lines before the one in which a statement starts, as far in as that; a doc comment stays with what it explains. */
export function above(uri: string, text: string, offset: number, lines: readonly string[]): Edit {
  const comment = docComment.exec(text.slice(0, offset));
  const start = lineStart(text, comment?.index ?? offset);
  // Something else may stand before it on its line.
  const isFirst = text.slice(start, comment?.index ?? offset).trim() === '';
  const indent = isFirst ? /^[ \t]*/.exec(text.slice(start))![0] : '';
  return insertion(uri, isFirst ? start : (comment?.index ?? offset), lines.map((line) => `${indent}${line}\n`).join(''));
}

/** A comment behind a statement that nothing else follows on its line. */
const ownComment = /^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/(?=[^\S\r\n]*(?:[\r\n]|$)))/;

/**
 * Adds an import of a path: behind the last one that there is, which ends at `lastEnd`, and its comment; else with a blank line before an
 * offset, which is that of the first statement or the beginning of the text.
 */
export function importing(uri: string, text: string, path: string, lastEnd: number | undefined, first?: number): Edit {
  if (lastEnd === undefined) return insertion(uri, first ?? (text.startsWith('\uFEFF') ? 1 : 0), `${importOf(path)}\n\n`);
  const comment = ownComment.exec(text.slice(lastEnd))?.[0] ?? '';
  return insertion(uri, lastEnd + comment.length, `\n${importOf(path)}`);
}

/** `import "PATH"` */
export function importOf(path: string): string {
  return `import ${inQuotes(path)}`;
}
