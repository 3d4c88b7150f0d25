import { AstUtils, GrammarAST } from 'langium';
import { clausesOfGrammar } from './clauses.js';
import {
  beginsOption,
  calledBy,
  continuesList,
  isWord,
  keywordOf,
  perGrammar,
  parserRuleOf,
  rulesOf,
  sequenceOf,
  type GrammarElement,
  type Keyword,
} from './elements.js';
import { partsOf } from './parts.js';
import { statementsOfGrammar } from './statements.js';

/** Where a word that is given once must not stand a second time: in the whole body, in the line or head, or in the clause around it. */
export type Extent = 'body' | 'line' | 'clause';

/**
 * Words that need not be given a second time, where the grammar has them: those of clauses that may stand once, and of clauses of a head
 * or line that take a list. What holds a condition may stand again in the lines below.
 */
export const givenOnceOf = perGrammar((grammar): ReadonlyMap<Keyword, Extent> => {
  const found = new Map<Keyword, Extent>();
  const parts = partsOf(grammar);
  const clauses = [...clausesOfGrammar(grammar).values()].flat();
  const firsts = new Set<unknown>([...parts].flatMap(([keyword, part]) => (part === 'item' ? [parserRuleOf(keyword)] : [])));
  const owners = new Set([...firsts, ...[...statementsOfGrammar(grammar).values()].map(({ rule }) => rule)]);
  for (const rule of rulesOf(grammar)) {
    const isOwner = owners.has(rule) || rule.fragment;
    for (const keyword of AstUtils.streamAst(rule).filter(GrammarAST.isKeyword)) {
      const part = parts.get(keyword);
      if (part === 'item' || part === 'line' || !isWord(keyword.value)) continue;
      if (isOwner && (part === 'clause' || beginsOption(keyword)) && !holdsCondition(keyword)) found.set(keyword, 'line');
      if (!isOwner && part === 'clause' && isList(rule)) found.set(keyword, 'line');
    }
  }
  for (const { keyword, once, whole } of clauses) {
    if (keyword === undefined || !(once || whole)) continue;
    if (parts.get(keyword) === 'item') found.set(keyword, 'body');
    else if (!owners.has(parserRuleOf(keyword)) && !parts.has(keyword)) found.set(keyword, 'clause');
  }
  return found;
});

/** Whether what a word says is a condition: the one sort of text that goes on within itself. */
function holdsCondition(keyword: Keyword): boolean {
  const next = (keyword.$container as { elements?: readonly GrammarElement[] }).elements?.[(keyword.$containerIndex ?? 0) + 1];
  const rule = calledBy(GrammarAST.isAssignment(next) ? next.terminal : undefined);
  return rule !== undefined && isWithinItself(rule);
}

function isWithinItself(rule: GrammarAST.ParserRule): boolean {
  const seen = new Set<GrammarAST.ParserRule>();
  const open = [rule];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const called of AstUtils.streamAst(one).flatMap((part) => calledBy(part as GrammarElement) ?? [])) {
      if (called === rule) return true;
      if (!seen.has(called)) {
        seen.add(called);
        open.push(called);
      }
    }
  }
  return false;
}

/** Whether a rule is a word with a list and nothing else. */
function isList(rule: GrammarAST.ParserRule): boolean {
  return sequenceOf(rule.definition).every((element, index) =>
    index === 0 ? keywordOf(element) !== undefined : GrammarAST.isAssignment(element) || continuesList(element),
  );
}
