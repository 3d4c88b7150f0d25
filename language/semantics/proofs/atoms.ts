import type { Catalogue } from '../../model/catalogue.js';
import { compareValues } from '../compare.js';
import type { Comparison, Condition } from '../../model/condition.js';
import { kindTable } from '../kinds.js';
import { canBeAsked } from '../asked.js';
import { bearerOf, defaultOf, fixedValue, isNeverSet } from '../attributes.js';
import { isGrantable, isStackable } from './grantable.js';
import { leadsNowhere, sortOfRelation } from '../relations.js';
import type { SubjectSort } from '../subject.js';

/** A condition that is not put together with `and`, `or` and `not`, and not known by a name. */
export type Atom = Exclude<Condition, { kind: 'and' | 'or' | 'not' | 'named' }>;

/**
 * Whether an atom by itself can be true of some subject of a sort; what is inside a relation is not looked into. It errs
 * towards `true`: `false` is proven for every design whose names stand where the catalogue allows them.
 */
export function canBeTrue(atom: Atom, sort: SubjectSort, catalogue: Catalogue): boolean {
  if (!canBeAsked(atom.kind, sort)) return false;
  switch (atom.kind) {
    case 'is':
      return kindTable(sort, catalogue).has(atom.name);
    case 'over':
      return sort !== 'protocol' && isStackable(atom.mechanism, sort, catalogue);
    case 'has':
      // Where no hop of a flow counts, it has every control.
      return sort === 'flow' || sort === 'protocol' || isGrantable(atom.control, sort, catalogue);
    case 'quantified':
      return !leadsNowhere(atom.relation, sort) || (atom.quantifier === 'at least' && atom.least < 1);
    case 'set':
      return !isNeverSet(atom.attribute, sort, catalogue);
    case 'compare':
      return couldCompare(atom, sort, catalogue) && fixedComparison(atom, sort, catalogue) !== false;
    case 'extreme': {
      const members = sortOfRelation[atom.relation.name];
      const unset = isUnsetItself(atom.attribute, members, catalogue);
      const { operand } = atom;
      return (
        !leadsNowhere(atom.relation, sort) && !unset && (operand.kind !== 'attribute' || !isUnsetItself(operand.attribute, sort, catalogue))
      );
    }
    default:
      return true;
  }
}

/** Whether an atom can be false; it may be unknown at all times. */
export function canBeFalse(atom: Atom, sort: SubjectSort, catalogue: Catalogue): boolean {
  switch (atom.kind) {
    case 'set':
      return bearerOf(atom.attribute, sort, catalogue) === 'ends' || defaultOf(atom.attribute, sort, catalogue) === undefined;
    case 'compare':
      return asksEnds(atom, sort, catalogue) || (couldCompare(atom, sort, catalogue) && fixedComparison(atom, sort, catalogue) !== true);
    case 'quantified':
      return atom.quantifier !== 'at least' || atom.least > 0;
    default:
      return true;
  }
}

/** Whether an atom is never unknown. What is inside of it is asked for separately. */
export function isDefinite(atom: Atom, sort: SubjectSort, catalogue: Catalogue): boolean {
  switch (atom.kind) {
    case 'in':
      return sort === 'zone' || !canBeAsked(atom.kind, sort);
    case 'ours':
    case 'crosses':
    case 'opened by':
      return !canBeAsked(atom.kind, sort);
    case 'extreme':
      return false;
    case 'compare': {
      const known = (attribute: string) =>
        bearerOf(attribute, sort, catalogue) !== 'ends' && defaultOf(attribute, sort, catalogue) !== undefined;
      return known(atom.attribute) && (atom.operand.kind !== 'attribute' || known(atom.operand.attribute));
    }
    default:
      return true;
  }
}

/** Whether both sides can have a value at all. */
function couldCompare({ attribute, operand }: Comparison, sort: SubjectSort, catalogue: Catalogue): boolean {
  return !isNeverSet(attribute, sort, catalogue) && (operand.kind !== 'attribute' || !isNeverSet(operand.attribute, sort, catalogue));
}

/** Whether the values of the ends are compared; where there are none, it is false. */
export function asksEnds({ attribute, operand }: Comparison, sort: SubjectSort, catalogue: Catalogue): boolean {
  const attributes = operand.kind === 'attribute' ? [attribute, operand.attribute] : [attribute];
  return attributes.some((one) => bearerOf(one, sort, catalogue) === 'ends');
}

/** What a comparison comes to where neither side can be other than it is. */
function fixedComparison({ attribute, operator, operand }: Comparison, sort: SubjectSort, catalogue: Catalogue): boolean | undefined {
  const left = fixedValue({ kind: 'attribute', attribute }, sort, catalogue);
  const right = fixedValue(operand, sort, catalogue);
  return left === undefined || right === undefined ? undefined : compareValues(left, operator, right);
}

/** Its own value, not its ends', is what an extreme compares and is compared with. */
function isUnsetItself(attribute: string, sort: SubjectSort, catalogue: Catalogue): boolean {
  const bearer = bearerOf(attribute, sort, catalogue);
  // A link has what the zones say that it runs through, also where its ends are asked otherwise.
  if (bearer === 'own' || (bearer === 'ends' && sort === 'link')) return false;
  return defaultOf(attribute, sort, catalogue) === undefined;
}
