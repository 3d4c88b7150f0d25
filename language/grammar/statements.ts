// The room `language/grammar/`: what the grammar says of itself: statements, clauses, once or many, words. Computed, so that what is
// added to the grammar is known everywhere.
// May import `langium`.

import { GrammarAST } from 'langium';
import {
  beginnings,
  elementsBehind,
  calledBy,
  entryOf,
  keywordOf,
  perGrammar,
  sequenceOf,
  typeOf,
  type GrammarElement,
  type Grammar,
} from './elements.js';

/** What stands at the top of a file. */
export interface GrammarStatement {
  /** Its first words: `zone`, `define zone`. */
  readonly key: string;
  readonly rule: GrammarAST.ParserRule;
  /** The type of its node. */
  readonly type: string;
  /** Whether it declares a name. */
  readonly isNamed: boolean;
  /** What may stand behind the name that follows its first words: words, signs, and `"` for a text. */
  readonly behindName: readonly string[];
  /** The words with which lines of its body begin, in the order of the grammar. */
  readonly items: readonly string[];
  /** Whether its body takes values of attributes. */
  readonly takesAttributes: boolean;
}

/** All statements in the order of the grammar, by their first words. */
export const statementsOfGrammar = perGrammar((grammar): ReadonlyMap<string, GrammarStatement> => {
  const { definition } = entryOf(grammar);
  return new Map(
    rulesCalledIn(definition)
      .flatMap((rule) => ofRule(rule, []))
      .map((statement) => [statement.key, statement]),
  );
});

/** The words that statements begin with, in the order of the grammar. */
export const firstWordsOf = perGrammar(
  (grammar): ReadonlySet<string> => new Set([...statementsOfGrammar(grammar).keys()].map((key) => key.split(' ')[0]!)),
);

/** What stands behind the first word of all that has one in common, such as what can be defined. */
export function secondWordsOf(grammar: Grammar, first: string): string[] {
  return [...statementsOfGrammar(grammar).keys()].flatMap((key) => (key.startsWith(`${first} `) ? [key.slice(first.length + 1)] : []));
}

/** Whether the grammar has a keyword where a statement begins. */
export const statementKeywordsOf = perGrammar(
  (grammar): ReadonlySet<GrammarElement> => new Set(beginnings(entryOf(grammar).definition).filter(GrammarAST.isKeyword)),
);

/** The lines of all bodies: what may stand in braces. */
export function bodyOf(rule: GrammarAST.ParserRule): readonly GrammarElement[] {
  return bodiesIn(rule.definition);
}

function ofRule(rule: GrammarAST.ParserRule, before: readonly string[]): GrammarStatement[] {
  const [head, second] = sequenceOf(rule.definition);
  // Some statements are of one family, and have its word before their own.
  const inner = second !== undefined && GrammarAST.isAlternatives(second) ? rulesCalledIn(second) : [];
  const words = head === undefined ? [] : beginnings(head).flatMap((one) => keywordOf(one)?.value ?? []);
  if (inner.length > 0) return inner.flatMap((one) => ofRule(one, words));
  const lines = bodyOf(rule).flatMap(beginnings);
  const [name] = sequenceOf(rule.definition).slice(1);
  return words.map((word) => ({
    key: [...before, word].join(' '),
    rule,
    type: typeOf(rule),
    isNamed: GrammarAST.isAssignment(name) && name.feature === 'name',
    behindName: [...new Set(name === undefined ? [] : elementsBehind(name).map(markOf))],
    items: [...new Set(lines.flatMap((line) => keywordOf(line)?.value ?? []))],
    takesAttributes: lines.some(GrammarAST.isCrossReference),
  }));
}

const markOf = (element: GrammarElement): string => keywordOf(element)?.value ?? '"';

/** The rules that choose between others are passed over. */
function rulesCalledIn(element: GrammarElement): GrammarAST.ParserRule[] {
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(rulesCalledIn);
  const rule = calledBy(GrammarAST.isAssignment(element) ? element.terminal : element);
  if (rule === undefined) return [];
  return GrammarAST.isAlternatives(rule.definition) && !rule.definition.elements.some((one) => keywordOf(one))
    ? rulesCalledIn(rule.definition)
    : [rule];
}

/** What may stand in the braces of an element of the grammar. */
export function bodiesIn(element: GrammarElement): GrammarElement[] {
  if (GrammarAST.isGroup(element)) {
    const open = element.elements.findIndex((one) => keywordOf(one)?.value === '{');
    const close = element.elements.findIndex((one) => keywordOf(one)?.value === '}');
    return open >= 0 ? element.elements.slice(open + 1, close) : element.elements.flatMap(bodiesIn);
  }
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(bodiesIn);
  const rule = calledBy(element);
  return rule === undefined ? [] : bodiesIn(rule.definition);
}
