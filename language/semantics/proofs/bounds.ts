import type { Catalogue } from '../../model/catalogue.js';
import { comparable } from '../compare.js';
import type { Comparison, Operator } from '../../model/condition.js';
import { asksEnds } from './atoms.js';
import type { Literal } from './normal.js';

interface Bound {
  readonly operator: Exclude<Operator, 'mentions'>;
  readonly type: ReturnType<typeof comparable>['type'];
  readonly key: number | string;
}

/** Whether no value satisfies what some literals say of one attribute. Ends are left out: each may have a value of its own. */
export function haveNoValue(literals: readonly Literal[], catalogue: Catalogue): boolean {
  const comparisons = literals.flatMap(({ atom, positive, sort }) =>
    atom.kind === 'compare' && !asksEnds(atom, sort, catalogue) ? [{ atom, positive }] : [],
  );
  for (const attribute of new Set(comparisons.map(({ atom }) => atom.attribute))) {
    const own = comparisons.filter(({ atom }) => atom.attribute === attribute);
    const bounds = own.flatMap(({ atom, positive }) => (positive ? boundOf(atom) : []));
    // Only what is true of a value fixes its type; then what is not true of it is its opposite.
    const type = bounds.find(({ operator }) => operator !== '!=')?.type;
    // Words have no order, so that every comparison of it is false, and so is its opposite.
    const turned = own
      .flatMap(({ atom, positive }) => (positive ? [] : boundOf(atom)))
      .filter((one) => one.type === type && (type !== 'word' || one.operator === '=' || one.operator === '!='))
      .map(opposite);
    if (isEmpty([...bounds, ...turned])) return true;
  }
  // Whatever is compared is set.
  const unset = literals.flatMap(({ atom, positive }) => (atom.kind === 'set' && !positive ? [atom.attribute] : []));
  return comparisons.some(
    ({ atom: { attribute, operand } }) => unset.includes(attribute) || (operand.kind === 'attribute' && unset.includes(operand.attribute)),
  );
}

function boundOf({ operator, operand }: Comparison): Bound[] {
  // What letters a text has says nothing of its length or place.
  return operand.kind === 'attribute' || operator === 'mentions' ? [] : [{ operator, ...comparable(operand) }];
}

const opposites: Readonly<Record<Exclude<Operator, 'mentions'>, Exclude<Operator, 'mentions'>>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

function opposite(bound: Bound): Bound {
  return { ...bound, operator: opposites[bound.operator] };
}

function isEmpty(bounds: readonly Bound[]): boolean {
  return bounds.some((one, index) => bounds.slice(index + 1).some((other) => exclude(one, other) || exclude(other, one)));
}

/** Whether nothing satisfies both: told for every pair, which is enough but for a value between two bounds that all name. */
function exclude(one: Bound, other: Bound): boolean {
  if (one.operator === '!=') return false;
  if (one.type !== other.type) return other.operator !== '!=';
  const { operator, key: a } = one;
  const { operator: against, key: b } = other;
  switch (operator) {
    case '=':
      return !satisfies(a, against, b, one.type);
    case '<':
      if (against === '>') return b >= a || (one.type === 'integer' && Number(a) - Number(b) <= 1);
      return against === '>=' && b >= a;
    case '<=':
      return (against === '>' && b >= a) || (against === '>=' && b > a);
    default:
      return false;
  }
}

function satisfies(a: number | string, operator: Bound['operator'], b: number | string, type: Bound['type']): boolean {
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return type !== 'word' && a < b;
    case '<=':
      return type !== 'word' && a <= b;
    case '>':
      return type !== 'word' && a > b;
    case '>=':
      return type !== 'word' && a >= b;
  }
}
