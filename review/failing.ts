import { compareValues } from '../language/semantics/compare.js';
import { findValue, isAssumed, knownNames, operandWords, valueOf, type FoundValue, type Subject } from '../language/semantics/index.js';
import type { Condition, Element } from '../language/model/index.js';
import type { Conditions } from './conditions.js';
import type { Evaluator } from './evaluate.js';
import { figureText, knownOf } from './ranges.js';
import { membersOf } from './relations.js';
import { compared, operandValue } from './values.js';

/** A part of a condition that keeps it from being true. */
export interface FailingPart {
  readonly condition: Condition;
  /** Of a comparison: the values that somebody wrote; none where nobody did, whatever silence means. */
  readonly found: readonly string[];
  /** Of what has to be so of no member, or of every one: the names of those that break it. */
  readonly members: readonly string[];
  /** Whether it may hold: nobody stated what decides. */
  readonly isUnknown: boolean;
}

/** The parts that keep a condition from being true: of an `and` those that are not, of anything else itself. */
export function failingParts({ conditions }: Evaluator, condition: Condition, subject: Element): FailingPart[] {
  return parts(conditions, condition, subject);
}

function parts(conditions: Conditions, condition: Condition, subject: Subject): FailingPart[] {
  if (condition.kind === 'and') {
    return condition.operands
      .filter((operand) => conditions.of(operand, subject) !== 2)
      .flatMap((operand) => parts(conditions, operand, subject));
  }
  const isUnknown = conditions.of(condition, subject) === 1;
  const found = condition.kind === 'compare' ? valuesFound(conditions, condition, subject) : [];
  return [{ condition, found, members: breaking(conditions, condition, subject), isUnknown }];
}

function breaking(conditions: Conditions, condition: Condition, subject: Subject): string[] {
  if (condition.kind === 'extreme') return beyond(conditions, condition, subject);
  if (condition.kind !== 'quantified') return [];
  const { quantifier } = condition;
  if (quantifier !== 'no' && quantifier !== 'every') return [];
  return conditions.members(condition, subject, quantifier === 'no' ? 2 : 0).map(({ name }) => name);
}

/** Those of whose values the bound does not hold. */
function beyond({ facts }: Conditions, condition: Extract<Condition, { kind: 'extreme' }>, subject: Subject): string[] {
  const bound = operandValue(facts, subject, condition.operand);
  if (bound === undefined) return [];
  return membersOf(facts, subject, condition.relation).flatMap((member) => {
    const value = valueOf(member, condition.attribute, facts);
    return value === undefined || compareValues(value, condition.operator, bound) ? [] : [member.name];
  });
}

function valuesFound({ facts }: Conditions, condition: Extract<Condition, { kind: 'compare' }>, subject: Subject): string[] {
  // Whose something is may be known by its kind alone.
  const isStated = (found: FoundValue, left: Subject) => condition.attribute === knownNames.party || !isAssumed(found, left, facts);
  const values = compared(facts, subject, condition).flatMap(({ left }) => {
    const known = knownOf(facts, left, condition.attribute);
    // A figure is computed, and a range of them is no value.
    if (known !== undefined && 'low' in known) return [figureText(known)];
    const found = findValue(left, condition.attribute, facts);
    return found !== undefined && isStated(found, left) ? [operandWords(found.value)] : [];
  });
  return [...new Set(values)];
}
