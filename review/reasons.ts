import type { Condition } from '../language/model/index.js';
import { dataOfFlow, findValue, isAssumed, type Subject } from '../language/semantics/index.js';
import type { Reason } from './assessment.js';
import type { Conditions } from './conditions.js';
import { truths } from './kleene.js';
import type { ObservedFact } from './observed.js';
import { bordersCrossed } from './placement.js';
import type { Facts } from './facts.js';

/** The part of a false condition that made it false: of an `and` its first false operand, of anything else itself. */
export function firstFalsePart(conditions: Conditions, condition: Condition, subject: Subject): Condition {
  if (condition.kind !== 'and') return condition;
  const first = condition.operands.find((operand) => conditions.of(operand, subject) === 0);
  return first === undefined ? condition : firstFalsePart(conditions, first, subject);
}

/** The parts of a condition that make it true: all of an `and`, the first true one of an `or`. */
export function truePartsOf(conditions: Conditions, condition: Condition, subject: Subject): Condition[] {
  if (conditions.of(condition, subject) !== 2) return [];
  if (condition.kind === 'and') return condition.operands.flatMap((operand) => truePartsOf(conditions, operand, subject));
  if (condition.kind === 'or') {
    const first = condition.operands.find((operand) => conditions.of(operand, subject) === 2);
    return first === undefined ? [] : truePartsOf(conditions, first, subject);
  }
  return [condition];
}

export function reasonFor(facts: Facts, conditions: Conditions, condition: Condition, subject: Subject): Reason {
  const truth = truths[conditions.of(condition, subject)]!;
  return { kind: 'condition', condition, truth, element: subject.name, facts: factsBehind(facts, conditions, condition, subject) };
}

/** The facts that a condition looked at. */
function factsBehind(facts: Facts, conditions: Conditions, condition: Condition, subject: Subject): ObservedFact[] {
  switch (condition.kind) {
    case 'not':
      return factsBehind(facts, conditions, condition.operand, subject);
    case 'named':
      return factsBehind(facts, conditions, condition.condition, subject);
    case 'compare':
    case 'set':
      return [valueFact(condition.attribute, subject, facts)];
    case 'is':
      return subject.sort === 'protocol' || subject.sort === 'design'
        ? []
        : [{ kind: 'kinds', element: subject.name, kinds: subject.kinds }];
    case 'carries': {
      const names = subject.sort === 'flow' ? dataOfFlow(subject) : subject.sort === 'link' ? facts.dataOver(subject) : [];
      return ofClass(names, condition, conditions).map((data) => ({ kind: 'carries', data }));
    }
    case 'stores':
      return subject.sort === 'component' ? ofClass(subject.stores, condition, conditions).map((data) => ({ kind: 'stores', data })) : [];
    case 'over':
      return subject.sort === 'link' || subject.sort === 'flow'
        ? subject.layers
            .flatMap((layer) => layer.stack)
            .filter((name) => facts.mechanismKinds(name).has(condition.mechanism))
            .map((protocol) => ({ kind: 'over', protocol }))
        : [];
    case 'crosses':
      return bordersCrossed(facts, subject, condition.border);
    case 'quantified': {
      const relation = condition.relation.name;
      return conditions.members(condition, subject, 2).map((member) => ({ kind: 'member', relation, element: member.name }));
    }
    default:
      return [];
  }
}

function valueFact(attribute: string, subject: Subject, facts: Facts): ObservedFact {
  const found = findValue(subject, attribute, facts);
  return { kind: 'value', attribute, value: found?.value, isAssumed: found !== undefined && isAssumed(found, subject, facts) };
}

/** The data of the class that a condition asks for. */
function ofClass(names: readonly string[], { dataClass }: { readonly dataClass: string }, conditions: Conditions): readonly string[] {
  return names.filter((name) => conditions.isOfClass(name, dataClass));
}
