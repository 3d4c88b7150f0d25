import { insertion, type Edit } from './edit.js';

/** Adds a name behind the last of a list, which ends at an offset. */
export function intoList(uri: string, end: number, name: string): Edit {
  return insertion(uri, end, `, ${name}`);
}

/** A name in a list, by the offsets of what stands around it. */
export interface ListedName {
  readonly start: number;
  readonly end: number;
  /** Of the comma before it. */
  readonly commaBefore?: number | undefined;
  /** Of what stands behind the comma that follows. */
  readonly next?: number | undefined;
  /** Of the words that introduce the list, with the space before them. */
  readonly clause: number;
}

/** Takes a name out of a list with its comma, and the only one with the words before the list, which begin at `clause`. */
export function outOfList(uri: string, { start, end, commaBefore, next, clause }: ListedName): Edit {
  if (commaBefore !== undefined) return { uri, start: commaBefore, end, newText: '' };
  return next !== undefined ? { uri, start, end: next, newText: '' } : { uri, start: clause, end, newText: '' };
}
