import type { SourceRange } from '../source/index.js';
import { endedAs } from './line-ends.js';

/**
 * Other text in the place of what stands between two offsets (UTF-16 units) of a text; an insertion has equal offsets. Lines of `newText` end
 * in `\n`, whatever the text has: who makes the edit gives them the ends that they take there.
 */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** Lines that only move, each with the end that it has already: they keep it. */
  readonly moves?: boolean;
}

/** A replacement in the file of an address: the one shape of edit of repairs, fixes, refactorings and what completion writes besides. */
export interface Edit extends Replacement {
  readonly uri: string;
}

export function insertion(uri: string, at: number, newText: string): Edit {
  return { uri, start: at, end: at, newText };
}

/** Other text in a place; an empty one takes away what stands there. */
export function replacing({ uri, startOffset, endOffset }: SourceRange, newText: string): Edit {
  return { uri, start: startOffset, end: endOffset, newText };
}

/** Whether two edits touch: they cannot be made together. */
export function touch(one: Edit, other: Edit): boolean {
  return one.uri === other.uri && one.start <= other.end && other.start <= one.end;
}

/** A text after replacements that do not overlap, in any order; what is written ends its lines as the text does there. */
export function edited(text: string, replacements: readonly Replacement[]): string {
  let [result, from] = ['', 0];
  for (const one of [...replacements].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, one.start) + endedAs(text, one);
    from = one.end;
  }
  return result + text.slice(from);
}

/** The texts of files after edits that do not overlap, by address. */
export function editedFiles(edits: readonly Edit[], textOf: (uri: string) => string): Map<string, string> {
  const byFile = new Map<string, Edit[]>();
  for (const edit of edits) byFile.set(edit.uri, [...(byFile.get(edit.uri) ?? []), edit]);
  return new Map([...byFile].map(([uri, own]) => [uri, edited(textOf(uri), own)]));
}
