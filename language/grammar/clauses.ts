import { AstUtils, GrammarAST } from 'langium';
import {
  assignmentsIn,
  calledBy,
  continuesList,
  isRepeated,
  isWord,
  keywordOf,
  makesNode,
  perGrammar,
  rulesOf,
  sequenceOf,
  typeOf,
  type GrammarElement,
  type Keyword,
} from './elements.js';
import { marksOf } from './meaning.js';
import { choices } from './parts.js';

/** A clause that the grammar collects into a list, so that one too many is told after parsing. */
export interface GrammarClause {
  /** The property that collects what it says. */
  readonly property: string;
  /** Where the grammar has its first word; undefined where it begins with a name or a rule that chooses. */
  readonly keyword: Keyword | undefined;
  /** The words that it begins with: `run by`. */
  readonly words: string;
  /** Whether it may be given once only. */
  readonly once: boolean;
  /** Whether its list is usually written in one piece, so that it is not offered again. */
  readonly whole: boolean;
  /** Whether what is collected has the words with it; otherwise they stand before it. */
  readonly holdsWords: boolean;
  /** Whether something may follow what is collected. */
  readonly goesOn: boolean;
}

/**
 * The clauses of each type of node, in the order of the grammar. One that says a single value may be given once; one that lists names, and
 * one that is a rule of its own, any number of times. Where it is otherwise, `@once` or `@many` in the comment before it says so.
 */
export const clausesOfGrammar = perGrammar((grammar): ReadonlyMap<string, readonly GrammarClause[]> => {
  const found = new Map<string, GrammarClause[]>();
  for (const rule of rulesOf(grammar)) {
    if (!makesNode(rule)) continue;
    const own = AstUtils.streamAst(rule.definition).filter(isLoop).toArray();
    const clauses = own
      .filter((loop) => !continuesList(loop))
      .flatMap(choices)
      .flatMap(clauseOf);
    found.set(typeOf(rule), [...(found.get(typeOf(rule)) ?? []), ...clauses]);
  }
  return found;
});

/** The clauses of a type of node that may be given once. */
export function onceOf(grammar: GrammarAST.Grammar, type: string): readonly GrammarClause[] {
  return (
    clausesOfGrammar(grammar)
      .get(type)
      ?.filter(({ once }) => once) ?? []
  );
}

const isLoop = (element: unknown): element is GrammarElement => GrammarAST.isAbstractElement(element) && isRepeated(element);

function clauseOf(choice: GrammarElement): GrammarClause[] {
  const elements = sequenceOf(calledFragment(choice)?.definition ?? choice);
  const at = elements.findIndex((element) => GrammarAST.isAssignment(element) && element.operator === '+=');
  const assignment = elements[at];
  if (!GrammarAST.isAssignment(assignment)) return [];
  const leading = elements.slice(0, at).map(keywordOf);
  const rule = calledBy(assignment.terminal);
  const isRule = leading.length === 0 && makesNode(rule);
  const inner = isRule ? sequenceOf(rule.definition) : elements.slice(at);
  const own = wordsAt(inner);
  const words = [...leading.map((keyword) => keyword?.value ?? ''), ...(leading.length === 0 ? own : [])];
  if (words.some((word) => !isWord(word))) return [];
  const marks = [choice, ...elements.slice(0, at + 1), ...(isRule ? [rule] : [])].flatMap(marksOf);
  const lists = elements.slice(at + 1).some((element) => continuesList(element) && assignmentsIn(element).length > 0);
  const once = marks.includes('once') || !(isRule || lists || marks.includes('many'));
  return [
    {
      property: assignment.feature,
      keyword: leading[0] ?? keywordOf(inner[0]),
      words: words.join(' '),
      once,
      whole: marks.includes('whole'),
      holdsWords: leading.length === 0,
      goesOn: elements.length > at + 1 && !lists,
    },
  ];
}

const calledFragment = (element: GrammarElement): GrammarAST.ParserRule | undefined => {
  const rule = calledBy(element);
  return rule?.fragment === true ? rule : undefined;
};

/** The words at the beginning of a sequence. */
function wordsAt(elements: readonly GrammarElement[]): string[] {
  const words: string[] = [];
  for (const element of elements) {
    const keyword = keywordOf(element);
    if (keyword === undefined) break;
    words.push(keyword.value);
    if (GrammarAST.isAssignment(element)) break;
  }
  return words;
}
