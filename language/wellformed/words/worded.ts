/** A sentence or a part of one, or what makes it of the facts. */
export type Sentence = string | ((...facts: never[]) => string);

/** A line of a table of words, with the facts of which they are made. */
export type With<T> = {
  readonly [K in keyof T]: T[K] extends (...facts: infer F) => string ? readonly [what: K, ...facts: F] : readonly [what: K];
}[keyof T];

export function worded(table: Readonly<Record<string, Sentence>>, [what, ...facts]: readonly [string, ...unknown[]]): string {
  const sentence = table[what]!;
  return typeof sentence === 'string' ? sentence : sentence(...(facts as never[]));
}
