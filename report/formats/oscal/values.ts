import { oneLine, printable } from '../../clean.js';
import { escapeMarkdown } from '../../page.js';
import { lazily, type Lazily } from '../lazily.js';

// The texts of OSCAL: most are a subset of Markdown, some are one line without spaces around it, some are words.

/** The namespace of what OSCAL has no word for. */
export const namespace = 'https://github.com/meterlint/meterlint/ns/oscal';

/** One line of Markdown in which nothing of the user's is markup. */
export function markupLine(text: string): string {
  return escapeMarkdown(oscalLine(text));
}

/** Paragraphs of Markdown in which nothing of the user's is markup. */
export function markup(text: string): string {
  return escapeMarkdown(printable(text).trim()) || '-';
}

/** A value in one line; there is no empty one. */
export function oscalLine(text: string): string {
  return oneLine(text).replace(/\s+/g, ' ') || '-';
}

/** A word of the sort that ids are; those of the language may start with a digit. */
export function token(name: string): string {
  const word = name.replace(/[^\p{L}\p{N}._-]/gu, '_');
  return /^[\p{L}_]/u.test(word) ? word : `_${word}`;
}

export interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

export function property(name: string, value: string): Property {
  return { name, ns: namespace, value: oscalLine(value) };
}

/** The first or the last moment of a day; undefined where it is in no calendar. */
export function momentOf(day: string, moment: 'first' | 'last'): string | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  const isDay = /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isDay ? `${day}T${moment === 'first' ? '00:00:00' : '23:59:59'}Z` : undefined;
}

/** An array as the format has it: there is none without members. */
export function given<K extends string, T>(key: K, members: readonly T[]): { readonly [P in K]?: readonly T[] } {
  return members.length === 0 ? {} : ({ [key]: members } as { readonly [P in K]: readonly T[] });
}

/** The same of members that are told one by one: there are as many as pairs of a review. */
export function givenLazily<K extends string, M, T>(
  key: K,
  members: readonly M[],
  tell: (member: M) => T,
): { readonly [P in K]?: Lazily<T> } {
  return members.length === 0 ? {} : ({ [key]: lazily(members, tell) } as { readonly [P in K]: Lazily<T> });
}
