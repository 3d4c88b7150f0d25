import { GrammarAST } from 'langium';
import { clausesOfGrammar } from '../../language/grammar/clauses.js';
import {
  beginnings,
  calledBy,
  continuesList,
  isOptional,
  isRepeated,
  keywordOf,
  makesNode,
  sequenceOf,
  type GrammarElement,
  type Grammar,
  type Keyword,
} from '../../language/grammar/elements.js';
import { meaningOf } from '../../language/grammar/meaning.js';
import { choices } from '../../language/grammar/parts.js';
import { formOf } from './forms.js';

/** A clause as the reference tells it. */
export interface GrammarClauseRow {
  readonly form: string;
  readonly often: 'once' | 'many';
  readonly meaning: string;
  /** Whether it stands in braces. */
  readonly inBody: boolean;
  /** Whether it belongs to the clause before it. */
  readonly isPart: boolean;
}

/** The clauses of a rule in the order of the grammar, each followed by its own; lines that every body takes are left out. */
export function grammarClauseRows(grammar: Grammar, rule: GrammarAST.ParserRule): GrammarClauseRow[] {
  const once = new Set(
    [...clausesOfGrammar(grammar).values()].flatMap((clauses) =>
      clauses.flatMap((one) => (one.once && one.keyword !== undefined ? [one.keyword] : [])),
    ),
  );
  return ofElements(sequenceOf(rule.definition), once, false);
}

/** What a rule says at its first word. */
export function meaningOfRule(rule: GrammarAST.ParserRule): string {
  const first = beginnings(rule.definition).flatMap((one) => keywordOf(one) ?? [])[0];
  return (first === undefined ? undefined : meaningOf(first)) ?? '';
}

function ofElements(elements: readonly GrammarElement[], once: ReadonlySet<Keyword>, inBody: boolean): GrammarClauseRow[] {
  let isInside = inBody;
  return elements.flatMap((element, at): GrammarClauseRow[] => {
    const sign = keywordOf(element)?.value;
    if (sign === '{') isInside = true;
    if (sign === '{' || sign === '}') return [];
    if (GrammarAST.isGroup(element) && holdsBraces(element)) return ofElements(element.elements, once, isInside);
    if (!isOptional(element) && !isRepeated(element)) {
      const [word, before, next] = [keywordOf(element), elements[at - 1], elements[at + 1]];
      // What has to be there is told, too, where it begins with a word behind something else.
      if (
        word !== undefined &&
        before !== undefined &&
        (isOptional(before) || keywordOf(before) === undefined) &&
        next !== undefined &&
        /^[a-z]/.test(word.value)
      ) {
        return [{ form: `${word.value} ${formOf(next)}`, often: 'once', meaning: meaningOf(word) ?? '', inBody: isInside, isPart: false }];
      }
      if (GrammarAST.isAssignment(element)) return chosen(element, once, isInside);
      const called = calledBy(element);
      return called?.fragment === true && called.name !== 'Body' ? ofElements(sequenceOf(called.definition), once, isInside) : [];
    }
    if (continuesList(element)) return [];
    return choices(element).flatMap((choice) => ofChoice(choice, isRepeated(element), once, isInside));
  });
}

/** What a rule that has to be there offers to choose from: what is behind `on` of a decision. */
function chosen({ terminal }: GrammarAST.Assignment, once: ReadonlySet<Keyword>, inBody: boolean): GrammarClauseRow[] {
  const called = calledBy(terminal);
  if (!makesNode(called) || !GrammarAST.isAlternatives(called.definition)) return [];
  return called.definition.elements
    .flatMap((choice) => [
      ...(keywordOf(sequenceOf(choice)[0]) === undefined || sequenceOf(choice).length === 1 ? [] : ofChoice(choice, false, once, inBody)),
      ...ofElements(sequenceOf(choice).slice(1), once, inBody),
    ])
    .map((row) => ({ ...row, isPart: true }));
}

const holdsBraces = (group: GrammarAST.Group): boolean => group.elements.some((one) => keywordOf(one)?.value === '{');

function ofChoice(choice: GrammarElement, isLoop: boolean, once: ReadonlySet<Keyword>, inBody: boolean): GrammarClauseRow[] {
  const called = calledBy(GrammarAST.isAssignment(choice) ? choice.terminal : choice);
  if (called?.name === 'Body' || called?.name === 'BodyItem') return [];
  const [first] = beginnings(choice).flatMap((one) => keywordOf(one) ?? []);
  if (first === undefined || !/^[a-z]/.test(first.value)) return [];
  const often = isLoop && !once.has(first) ? 'many' : 'once';
  const own = { form: withoutBrackets(formOf(choice)), often, meaning: meaningOf(first) ?? '', inBody, isPart: false } as const;
  const parts = makesNode(called) ? sequenceOf(called.definition) : sequenceOf(choice);
  return [own, ...partsOf(parts, once, inBody)];
}

/** Clauses of a clause, of whatever depth. */
function partsOf(elements: readonly GrammarElement[], once: ReadonlySet<Keyword>, inBody: boolean): GrammarClauseRow[] {
  return ofElements(elements.slice(1), once, inBody).map((row) => ({ ...row, isPart: true }));
}

/** That it may be left out is told of all clauses. */
const withoutBrackets = (form: string): string => form.replace(/^\[([^[\]]*)\](?: \.\.\.)?$/, '$1');
