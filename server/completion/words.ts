import { CompletionItemKind } from 'vscode-languageserver';
import { firstSentence } from '../../report/words.js';
import { grammarOf } from '../../language/grammar/elements.js';
import { isWritten, meaningOf } from '../../language/grammar/meaning.js';
import { endingsOf } from '../../language/grammar/words.js';
import { escapedText } from '../markdown.js';
import { beginsStatement, type Step } from './automaton.js';
import { mayBegin } from './lines.js';
import { ranked, type CompletionOffer } from './offer.js';
import type { Situation } from './situation.js';
import { wordRankOf } from './word-order.js';
import { saysSomething } from './word-sense.js';

/** A keyword that may stand at the cursor. */
export interface KeywordOffer {
  readonly step: Step;
  readonly word: string;
  /** Whether it begins a statement, a line of a body, or goes on with what stands before it. */
  readonly opens: 'statement' | 'line' | undefined;
}

/** Keywords that the grammar allows and that say something new there. */
export function wordsHere(situation: Situation): KeywordOffer[] {
  const found = new Map<string, KeywordOffer>();
  const { statement, tokens } = situation;
  for (const step of situation.steps) {
    const { word } = step;
    if (word === undefined || !isWritten(word) || found.has(word)) continue;
    const { brace, items } = situation.statement;
    // In a variant, `add` and `without` go on with words that begin statements and lines elsewhere.
    const goesOn = statement.before[0]?.image === 'variant' && ['add', 'without'].includes(tokens.at(-1)?.image ?? '');
    const opens = goesOn ? undefined : beginsStatement(step) ? 'statement' : brace >= 0 && items.includes(word) ? 'line' : undefined;
    const one = { step, word, opens } as const;
    if (mayBegin(opens, situation) && saysSomething(one, situation)) found.set(word, one);
  }
  return ranked(found.values(), (word) => wordRankOf(word, situation));
}

/** A keyword with what it says. */
export function wordOffer({ word, step }: KeywordOffer): CompletionOffer {
  const ends = step.keyword !== undefined && endingsOf(grammarOf(step.keyword)).has(step.keyword);
  const meaning = step.keyword === undefined ? undefined : meaningOf(step.keyword);
  return {
    label: word,
    kind: CompletionItemKind.Keyword,
    detail: meaning === undefined ? undefined : firstSentence(meaning),
    ...(meaning === undefined ? {} : { documentation: escapedText(meaning) }),
    ...(ends ? {} : { insert: `${word} `, again: true }),
  };
}
