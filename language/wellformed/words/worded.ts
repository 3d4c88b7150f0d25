import { cleanText } from '../../parsing/clean-text.js';

/** A sentence or a part of one, or what makes it of the facts. */
export type Sentence = string | ((...facts: never[]) => string);

/** A line of a table of words, with the facts of which they are made. */
export type With<T> = {
  readonly [K in keyof T]: T[K] extends (...facts: infer F) => string ? readonly [what: K, ...facts: F] : readonly [what: K];
}[keyof T];

/** A fact may be words of the text that are no text in quotes. */
export function worded(table: Readonly<Record<string, Sentence>>, [what, ...facts]: readonly [string, ...unknown[]]): string {
  const sentence = table[what]!;
  return cleanText(typeof sentence === 'string' ? sentence : sentence(...(facts as never[])));
}
