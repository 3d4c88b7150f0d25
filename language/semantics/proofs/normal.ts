import type { Condition } from '../../model/condition.js';
import type { Catalogue } from '../../model/catalogue.js';
import { asksEnds, type Atom } from './atoms.js';
import type { SubjectSort } from '../subject.js';
import { conditionWords } from '../words.js';

/** An atom that has to be true, or false, of the subject or (behind `design`) of the design. */
export interface Literal {
  readonly atom: Atom;
  readonly positive: boolean;
  readonly sort: SubjectSort;
  /** It is about the design that the subject is part of. */
  readonly ofDesign: boolean;
}

/** After so many alternatives a search ends, and nothing is claimed: this is asked while somebody types. */
const mostAlternatives = 2000;

/** Something that has to be true, or false, for the condition as a whole to be true. */
interface Goal {
  readonly condition: Condition;
  readonly positive: boolean;
  readonly sort: SubjectSort;
  readonly ofDesign: boolean;
}

/** One of these has to be reached. */
type Choice = readonly Goal[];

/**
 * Whether each way in which a condition can be true holds literals of which `contradict` says that they are never true together. It is asked as soon
 * as literals are known, since what follows cannot heal a contradiction: of the alternatives of a long condition few are ever looked at.
 * False where the search is too long.
 */
export function isRefuted(
  condition: Condition,
  sort: SubjectSort,
  catalogue: Catalogue,
  contradict: (literals: readonly Literal[]) => boolean,
): boolean {
  let left = mostAlternatives;
  const isHopeless = (goals: readonly Goal[], before: Known): boolean => {
    if (left-- <= 0) return false;
    const known: Known = { literals: [...before.literals], choices: [...before.choices], answers: new Map(before.answers) };
    if (!goals.every((goal) => settle(goal, catalogue, known)) || !decide(known, catalogue)) return true;
    if (known.literals.length > before.literals.length && contradict(known.literals)) return true;
    // Where there is least to choose from, most is found out for all that is left.
    const [next, ...choices] = known.choices.sort((one, other) => one.length - other.length);
    return next?.every((option) => isHopeless([option], { ...known, choices })) === true;
  };
  return isHopeless([{ condition, positive: true, sort, ofDesign: false }], { literals: [], choices: [], answers: new Map() });
}

/** What has to be so in one of the ways that are looked into. */
interface Known {
  /** All of these hold. */
  readonly literals: Literal[];
  readonly choices: Choice[];
  /** Which conditions, long and short, are true and which are false, by their words: what is known need not be looked into twice. */
  readonly answers: Map<string, boolean>;
}

/** Takes a goal apart. False where a part of it would be both true and false. */
function settle(goal: Goal, catalogue: Catalogue, known: Known): boolean {
  const { words, positive, within } = asked(goal, catalogue);
  const { condition, sort, ofDesign } = within;
  const before = known.answers.get(words);
  if (before !== undefined) return before === positive;
  known.answers.set(words, positive);
  if (condition.kind !== 'and' && condition.kind !== 'or') {
    known.literals.push({ atom: condition as Atom, positive, sort, ofDesign });
    return true;
  }
  const parts = condition.operands.map((operand) => ({ condition: operand, positive, sort, ofDesign }));
  // What is false of an `and` is an `or`, and the other way round.
  if ((condition.kind === 'and') === positive) return parts.every((part) => settle(part, catalogue, known));
  known.choices.push(parts);
  return true;
}

/** Drops what is known from the choices, and takes what is left of a choice when it is one goal. False where nothing is left of one. */
function decide(known: Known, catalogue: Catalogue): boolean {
  for (let settledOne = true; settledOne;) {
    settledOne = false;
    for (const options of known.choices.splice(0)) {
      const answers = options.map((option) => {
        const { words, positive } = asked(option, catalogue);
        const answer = known.answers.get(words);
        return answer === undefined ? undefined : answer === positive;
      });
      if (answers.includes(true)) continue;
      const open = options.filter((_, index) => answers[index] === undefined);
      if (open.length > 1) known.choices.push(open);
      else if (open.length === 0 || !settle(open[0]!, catalogue, known)) return false;
      else settledOne = true;
    }
  }
  return true;
}

/** What a goal asks, said in one way, with the words by which it is known again. */
function asked(goal: Goal, catalogue: Catalogue): { readonly words: string; readonly positive: boolean; readonly within: Goal } {
  let within = goal;
  for (;;) {
    const { condition, positive } = within;
    if (condition.kind === 'not') within = { ...within, condition: condition.operand, positive: !positive };
    else if (condition.kind === 'named') within = { ...within, condition: condition.condition };
    else if (condition.kind === 'design') within = { ...within, condition: condition.condition, sort: 'design', ofDesign: true };
    else break;
  }
  if (within.condition.kind !== 'and' && within.condition.kind !== 'or') {
    const [condition, same] = plain(within.condition as Atom, within.sort, catalogue);
    within = { ...within, condition, positive: within.positive === same };
  }
  return { words: `${within.sort} ${String(within.ofDesign)} ${conditionWords(within.condition)}`, positive: within.positive, within };
}

/** One atom for what can be said in two ways, and whether it says the same or the opposite. */
function plain(atom: Atom, sort: SubjectSort, catalogue: Catalogue): readonly [Atom, boolean] {
  if (atom.kind === 'quantified') {
    if (atom.quantifier === 'no') return [{ ...atom, quantifier: 'some', least: 1 }, false];
    if (atom.quantifier === 'at least' && atom.least === 1) return [{ ...atom, quantifier: 'some' }, true];
    if (atom.quantifier !== 'at least') return [{ ...atom, least: 1 }, true];
  }
  if (atom.kind === 'compare' && atom.operator === '!=') {
    // Of several ends one may be equal and another not.
    if (!asksEnds(atom, sort, catalogue)) return [{ ...atom, operator: '=' }, false];
  }
  return [atom, true];
}
