import { GrammarAST } from 'langium';
import { partsOf } from './parts.js';
import {
  elementsBehind,
  beginsOption,
  entryOf,
  isWord,
  mayBeEmpty,
  partsOfRule,
  perGrammar,
  ruleNamed,
  rulesOf,
  parserRuleOf,
  type GrammarElement,
  type Grammar,
  type Keyword,
} from './elements.js';

/** Every word and sign of the language, where the grammar has it. */
export const keywordsOf = perGrammar((grammar): readonly Keyword[] =>
  rulesOf(grammar).flatMap((rule) => partsOfRule(rule).filter(GrammarAST.isKeyword)),
);

/** The words of the language: each may also be a name. */
export const wordsOf = perGrammar(
  (grammar): ReadonlySet<string> => new Set(keywordsOf(grammar).flatMap(({ value }) => (isWord(value) ? [value] : []))),
);

/** The signs of the language: brackets, arrows, operators. */
export const signsOf = perGrammar(
  (grammar): ReadonlySet<string> => new Set(keywordsOf(grammar).flatMap(({ value }) => (isWord(value) ? [] : [value]))),
);

/** The words of one rule, such as the units of time. */
export function wordsOfRule(grammar: Grammar, name: string): string[] {
  const rule = ruleNamed(grammar, name);
  return rule === undefined
    ? []
    : partsOfRule(rule)
        .filter(GrammarAST.isKeyword)
        .map(({ value }) => value);
}

/** The words that may stand directly behind the name of something of a type, in the rule that asks for it. */
export function wordsBehind(grammar: Grammar, type: string): string[] {
  const names = rulesOf(grammar).flatMap((rule) =>
    partsOfRule(rule)
      .filter(GrammarAST.isCrossReference)
      .filter((reference) => reference.type.$refText === type),
  );
  return names
    .flatMap(elementsBehind)
    .flatMap((element) => (GrammarAST.isKeyword(element) && isWord(element.value) ? [element.value] : []));
}

/** Words behind which a text in quotes may stand. */
export const wordsBeforeTexts = perGrammar(
  (grammar): ReadonlySet<string> =>
    new Set(
      keywordsOf(grammar).flatMap((keyword) => (isWord(keyword.value) && elementsBehind(keyword).some(isText) ? [keyword.value] : [])),
    ),
);

const isText = (element: GrammarElement): boolean => GrammarAST.isRuleCall(element) && element.rule.$refText === 'STRING';

/** Words behind which nothing has to follow, where the grammar has them. */
export const endingsOf = perGrammar((grammar): ReadonlySet<Keyword> => {
  const calls = rulesOf(grammar).flatMap((rule) => partsOfRule(rule).filter(GrammarAST.isRuleCall));
  const ending = new Set<GrammarAST.AbstractRule>([entryOf(grammar)]);
  const endsAt = (element: GrammarElement): boolean => {
    const rule = parserRuleOf(element);
    return rule !== undefined && ending.has(rule) && lineMayEnd(element);
  };
  for (let before = -1; before < ending.size;) {
    before = ending.size;
    for (const call of calls) if (call.rule.ref !== undefined && endsAt(call)) ending.add(call.rule.ref);
  }
  return new Set(keywordsOf(grammar).filter(endsAt));
});

/** Whether a rule may end behind an element. A line ends before the brace that closes its body, too. */
function lineMayEnd(element: GrammarElement): boolean {
  for (let part: GrammarElement = element; ;) {
    const { $container: container } = part;
    if (GrammarAST.isGroup(container)) {
      const rest = container.elements.slice((part.$containerIndex ?? 0) + 1);
      if (!rest.every((one) => mayBeEmpty(one) || (GrammarAST.isKeyword(one) && one.value === '}'))) return false;
    }
    if (!GrammarAST.isAbstractElement(container)) return true;
    part = container;
  }
}

/** Words that go on with a line of a body and begin none: clauses, what may follow them, and what joins conditions. */
export const continuationsOf = perGrammar((grammar): ReadonlySet<string> => {
  const parts = partsOf(grammar);
  const all = keywordsOf(grammar).filter((keyword) => parts.get(keyword) !== 'item' && (parts.has(keyword) || beginsOption(keyword)));
  return new Set(all.flatMap(({ value }) => (isWord(value) ? [value] : [])));
});
