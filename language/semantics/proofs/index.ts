import type { Catalogue } from '../../model/catalogue.js';
import type { Condition } from '../../model/condition.js';
import { canBeFalse, canBeTrue, isDefinite } from './atoms.js';
import { haveNoValue } from './bounds.js';
import { withoutNames } from '../named.js';
import { asksTheImpossible, contradict, atomImplies } from './literals.js';
import { sortOfRelation } from '../relations.js';
import type { SubjectSort } from '../subject.js';
import { isRefuted, type Literal } from './normal.js';

export type { SubjectSort } from '../subject.js';

/**
 * Whether no subject of a sort can ever make all of some conditions true. It is proven from the catalogue alone, for every
 * design in which names stand where their definitions allow them; `false` proves nothing.
 */
export function excludeEachOther(conditions: readonly Condition[], sort: SubjectSort, catalogue: Catalogue): boolean {
  const whole: Condition = conditions.length === 1 ? conditions[0]! : { kind: 'and', operands: conditions };
  // Atoms are compared by their words: a name says the same as what it stands for.
  return isRefuted(withoutNames(whole), sort, catalogue, (literals) => isContradiction(literals, catalogue));
}

/** Whether a condition is never true. */
export function neverHolds(condition: Condition, sort: SubjectSort, catalogue: Catalogue): boolean {
  return excludeEachOther([condition], sort, catalogue);
}

/** Whether a condition is always true (never false, never unknown), or is so wherever another one holds. */
export function alwaysHolds(condition: Condition, sort: SubjectSort, catalogue: Catalogue, where?: Condition): boolean {
  if (!isNeverUnknown(condition, sort, catalogue)) return false;
  return excludeEachOther([...(where === undefined ? [] : [where]), { kind: 'not', operand: condition }], sort, catalogue);
}

/** Whether a condition is true or false of every subject, and never unknown. */
export function isNeverUnknown(condition: Condition, sort: SubjectSort, catalogue: Catalogue): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.every((operand) => isNeverUnknown(operand, sort, catalogue));
    case 'not':
      return isNeverUnknown(condition.operand, sort, catalogue);
    case 'named':
      return isNeverUnknown(condition.condition, sort, catalogue);
    case 'design':
      return isNeverUnknown(condition.condition, 'design', catalogue);
    case 'source':
    case 'target':
      return isNeverUnknown(condition.condition, 'component', catalogue);
    case 'quantified':
      return condition.condition === undefined || isNeverUnknown(condition.condition, sortOfRelation[condition.relation.name], catalogue);
    default:
      return isDefinite(condition, sort, catalogue);
  }
}

function isContradiction(literals: readonly Literal[], catalogue: Catalogue): boolean {
  const own = literals.filter(({ ofDesign }) => !ofDesign);
  const designs = literals.filter(({ ofDesign }) => ofDesign);
  return isContradictory(own, catalogue) || isContradictory(designs, catalogue);
}

/** Literals about one subject. */
function isContradictory(literals: readonly Literal[], catalogue: Catalogue): boolean {
  const excludes = (conditions: readonly Condition[], sort: SubjectSort) => excludeEachOther(conditions, sort, catalogue);
  const alone = literals.some(({ atom, positive, sort }) =>
    positive ? !canBeTrue(atom, sort, catalogue) || asksTheImpossible(atom, excludes) : !canBeFalse(atom, sort, catalogue),
  );
  if (alone) return true;
  const isTrue = literals.filter(({ positive }) => positive);
  const isFalse = literals.filter(({ positive }) => !positive);
  return (
    isTrue.some((one) => isFalse.some((other) => atomImplies(one.atom, other.atom, one.sort, catalogue, excludes))) ||
    isTrue.some((one, index) => isTrue.slice(index + 1).some((other) => contradict(one.atom, other.atom, excludes))) ||
    haveNoValue(literals, catalogue)
  );
}
