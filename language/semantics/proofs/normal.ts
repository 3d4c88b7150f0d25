import type { Condition } from '../../model/condition.js';
import type { Catalogue } from '../../model/catalogue.js';
import { asksEnds, type Atom } from './atoms.js';
import type { SubjectSort } from '../subject.js';

/** An atom that has to be true, or false, of the subject or (behind `design`) of the design. */
export interface Literal {
  readonly atom: Atom;
  readonly positive: boolean;
  readonly sort: SubjectSort;
  /** It is about the design that the subject is part of. */
  readonly ofDesign: boolean;
}

/** More alternatives than this are not looked into: nothing is claimed then. */
const mostAlternatives = 200;

/** The ways in which a condition is true (or, with `positive` false, is false): of each, all literals hold. Undefined where there are too many. */
export function waysOf(
  condition: Condition,
  sort: SubjectSort,
  catalogue: Catalogue,
  positive = true,
  ofDesign = false,
): readonly (readonly Literal[])[] | undefined {
  switch (condition.kind) {
    case 'not':
      return waysOf(condition.operand, sort, catalogue, !positive, ofDesign);
    case 'named':
      return waysOf(condition.condition, sort, catalogue, positive, ofDesign);
    case 'design':
      return waysOf(condition.condition, 'design', catalogue, positive, true);
    case 'and':
    case 'or': {
      const parts = condition.operands.map((operand) => waysOf(operand, sort, catalogue, positive, ofDesign));
      if (!parts.every((part) => part !== undefined)) return undefined;
      // What is false of an `and` is an `or`, and the other way round.
      const together = (condition.kind === 'and') === positive;
      return together ? product(parts) : few(parts.flat());
    }
    default: {
      const [atom, same] = plain(condition, sort, catalogue);
      return [[{ atom, positive: positive === same, sort, ofDesign }]];
    }
  }
}

type Ways = readonly (readonly Literal[])[];

function product(parts: readonly Ways[]): Ways | undefined {
  let ways: Ways | undefined = [[]];
  for (const part of parts) ways = ways && few(ways.flatMap((one) => part.map((other) => [...one, ...other])));
  return ways;
}

function few(ways: Ways): Ways | undefined {
  return ways.length > mostAlternatives ? undefined : ways;
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
