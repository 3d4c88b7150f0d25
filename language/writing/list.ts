import { insertion, type Edit } from './edit.js';

/** Adds a name behind the last of a list, which ends at an offset. */
export function intoList(uri: string, end: number, name: string): Edit {
  return insertion(uri, end, `, ${name}`);
}

/** A name in a list, by the offsets of what stands around it. */
export interface Listed {
  readonly start: number;
  readonly end: number;
  /** Of the comma before it. */
  readonly commaBefore?: number | undefined;
  /** Of what stands behind the comma that follows. */
  readonly next?: number | undefined;
}

/** Takes a name out of a list with its comma, and the only one with the words before the list. */
export function outOfList(uri: string, text: string, { start, end, commaBefore, next }: Listed): Edit {
  if (commaBefore !== undefined) return { uri, start: commaBefore, end, newText: '' };
  if (next !== undefined) return { uri, start, end: next, newText: '' };
  return { uri, start: clauseStart(text, start), end, newText: '' };
}

const wordsBefore = /[^\S\r\n]*(?:\b(?:run|opened|leads)\s+)?\b[a-z]+\s+$/;

/** Where the words begin that introduce what stands at an offset, with the space before them on their line. */
export function clauseStart(text: string, offset: number): number {
  return wordsBefore.exec(text.slice(0, offset))?.index ?? offset;
}
