// The room `language/wellformed/words/`: every sentence of a validation error, by its code and then by what is the case, titles of repairs and
// what the parser says; checks find what is so and say nothing themselves. May import `language/model`, `language/semantics`,
// `language/wellformed/codes`, `language/wellformed/nearest`, `language/parsing/heard`, `language/parsing/clean-text`.

import type { Coded } from '../codes.js';
import { nearby } from './related.js';
import { repairTitles } from './repairs.js';
import { sentences } from './sentences.js';
import type { Fault } from './variants.js';
import { worded, type With } from './worded.js';

export type { WhyNever } from './conditions.js';
export type { ForeseenSentence } from './foreseen.js';
export type { UnreadStatement } from './protection.js';
export { worded, type With } from './worded.js';

/** A code with a severity that it may have, what is the case, and with what. */
export type Said = {
  [C in keyof typeof sentences]: Extract<Coded, { readonly code: C }> & { readonly what: With<(typeof sentences)[C]> };
}[keyof typeof sentences];

/** What a repair does, and with what. */
export type Doing = With<typeof repairTitles>;

/** What stands at another place that has to do with an error. */
export type Nearby = With<typeof nearby>;

/** What is wrong, and what to do. */
export function messageOf({ code, what }: Pick<Said, 'code' | 'what'>): string {
  const sentence = worded(sentences[code], what);
  if (code !== 'variant-fault') return sentence;
  const fault = what[2] as Fault;
  return `${sentence} ${worded(sentences[fault.code as Said['code']], fault.what)}`;
}

/** What the editor offers to do. */
export function repairTitle(does: Doing): string {
  return worded(repairTitles, does);
}

/** What the editor says at another place. */
export function nearbyWords(is: Nearby): string {
  return worded(nearby, is);
}
