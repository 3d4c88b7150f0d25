import type { Condition, Operand } from '../language/model/index.js';
import { dataOfFlow, operandWords, valueOf, type Subject } from '../language/semantics/index.js';
import type { Reason } from './assessment.js';
import type { Conditions } from './conditions.js';
import { borderPairs } from './stops.js';
import { truths } from './kleene.js';
import { type Facts } from './facts.js';

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

/** The facts that a condition looked at, in words. */
function factsBehind(facts: Facts, conditions: Conditions, condition: Condition, subject: Subject): string[] {
  switch (condition.kind) {
    case 'not':
      return factsBehind(facts, conditions, condition.operand, subject);
    case 'named':
      return factsBehind(facts, conditions, condition.condition, subject);
    case 'compare':
    case 'set': {
      const value = valueOf(subject, condition.attribute, facts);
      return value === undefined ? [`${condition.attribute} is not set`] : [`${condition.attribute} = ${operandWords(value as Operand)}`];
    }
    case 'is':
      return subject.place === 'protocol' || subject.place === 'design' ? [] : [`${subject.name} is ${subject.kinds.join(', ')}`];
    case 'carries': {
      const names = subject.place === 'flow' ? dataOfFlow(subject) : subject.place === 'link' ? facts.dataOver(subject) : [];
      return names.filter((name) => conditions.isOfClass(name, condition.dataClass)).map((name) => `carries ${name}`);
    }
    case 'stores':
      return subject.place === 'component'
        ? subject.stores.filter((name) => conditions.isOfClass(name, condition.dataClass)).map((name) => `stores ${name}`)
        : [];
    case 'over':
      return subject.place === 'link' || subject.place === 'flow'
        ? subject.layers
            .flatMap((layer) => layer.stack)
            .filter((name) => facts.mechanismKinds(name).has(condition.mechanism))
            .map((name) => `over ${name}`)
        : [];
    case 'crosses':
      return subject.place === 'link' || subject.place === 'flow' ? crossed(facts, subject) : [];
    case 'quantified':
      return conditions.members(condition, subject, 2).map((member) => `${condition.relation.name} ${member.name}`);
    default:
      return [];
  }
}

function crossed(facts: Facts, subject: Extract<Subject, { place: 'link' | 'flow' }>): string[] {
  const words = borderPairs(subject).flatMap(([a, b]) => {
    const [from, to] = [facts.component(a)?.zone, facts.component(b)?.zone];
    return from === undefined || to === undefined || from === to ? [] : [`crosses from ${from} to ${to}`];
  });
  return [...new Set(words)];
}
