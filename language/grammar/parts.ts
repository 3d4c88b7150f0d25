import { GrammarAST } from 'langium';
import {
  beginnings,
  calledBy,
  continuesList,
  isOptional,
  isWord,
  keywordOf,
  makesNode,
  perGrammar,
  sequenceOf,
  type GrammarElement,
  type Keyword,
} from './elements.js';
import { bodiesIn, bodyOf, statementsOfGrammar } from './statements.js';

/**
 * What a word of the grammar begins within a statement:
 * - `item`: a line of its body;
 * - `line`: a clause that has a line of its own, which a rule says whose name ends in `Line`;
 * - `clause`: what follows the head of a statement or item;
 * - `part`: a clause of such a line.
 */
export type GrammarPart = 'item' | 'line' | 'clause' | 'part';

/** What each word begins, where the grammar has it; the others go on with what stands before them. */
export const partsOf = perGrammar((grammar): ReadonlyMap<Keyword, GrammarPart> => {
  const finder = new Parts();
  for (const { rule } of statementsOfGrammar(grammar).values()) {
    finder.sequence(sequenceOf(rule.definition), 'own');
    finder.lines(bodyOf(rule));
  }
  return finder.found;
});

/** How deep a clause stands: in a statement or an item itself, in one of its clauses, or in one that has a line of its own. */
type Level = 'own' | 'clause' | 'line';

class Parts {
  readonly found = new Map<Keyword, GrammarPart>();

  lines(elements: readonly GrammarElement[]): void {
    for (const element of elements.flatMap(choices)) {
      const called = calledBy(GrammarAST.isAssignment(element) ? element.terminal : element);
      if (called !== undefined) this.lines([called.definition]);
      else {
        for (const first of beginnings(element)) if (GrammarAST.isKeyword(first)) this.found.set(first, 'item');
        this.sequence(sequenceOf(element), 'own');
        // What stands in braces of its own, within those of the statement.
        this.lines(bodiesIn(element));
      }
    }
  }

  /** Words that begin nothing of their own go on with the first one. */
  sequence(elements: readonly GrammarElement[], level: Level): void {
    let isBehindWord = true;
    for (const [index, element] of elements.entries()) {
      const keyword = keywordOf(element);
      const opens = index > 0 && isOptional(element);
      if (keyword?.value === '{') return;
      if (opens) this.optional(element, level);
      else if (keyword !== undefined) {
        if (index > 0 && !isBehindWord && isWord(keyword.value)) this.set(keyword, level === 'line' ? 'part' : 'clause');
      } else if (GrammarAST.isGroup(element)) this.sequence(element.elements, level);
      else if (!GrammarAST.isAssignment(element)) this.sequenceOfCall(element, level);
      isBehindWord = keyword !== undefined && !opens;
    }
  }

  private sequenceOfCall(element: GrammarElement, level: Level): void {
    const rule = calledBy(element);
    if (makesNode(rule)) this.sequence(sequenceOf(rule.definition), level);
  }

  private optional(element: GrammarElement, level: Level): void {
    if (continuesList(element) || isFlag(element)) return;
    for (const choice of choices(element)) {
      const called = calledBy(GrammarAST.isAssignment(choice) ? choice.terminal : choice);
      if (called !== undefined && !makesNode(called)) continue;
      const isLine = called?.name.endsWith('Line') === true;
      const firsts = beginnings(choice).flatMap((one) => keywordOf(one) ?? []);
      if (firsts.some(({ value }) => value === '{')) continue;
      if (level === 'clause') continue;
      for (const first of firsts) this.set(first, level === 'line' ? 'part' : isLine ? 'line' : 'clause');
      const inner = called === undefined ? sequenceOf(choice) : sequenceOf(called.definition);
      if (level === 'own') this.sequence(inner, isLine ? 'line' : 'clause');
    }
  }

  private set(keyword: Keyword, part: GrammarPart): void {
    if (!this.found.has(keyword)) this.found.set(keyword, part);
  }
}

/** A word that is there or not says something of what stands before it: `part`, `unverified`. */
const isFlag = (element: GrammarElement): boolean => GrammarAST.isAssignment(element) && element.operator === '?=';

/** What an element offers to choose from; what offers no choice is the only one. */
export function choices(element: GrammarElement): GrammarElement[] {
  if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(choices);
  return GrammarAST.isGroup(element) && element.elements.length === 1 ? choices(element.elements[0]!) : [element];
}
