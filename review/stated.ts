import { dataOfFlow, findValue, meant, type Subject } from '../language/semantics/index.js';
import type { Condition } from '../language/model/index.js';
import type { Conditions } from './conditions.js';
import { type Facts } from './facts.js';
import type { Grants } from './grants.js';
import { membersOf } from './relations.js';
import { endsInRole } from './stops.js';
import { bearers } from './values.js';

/**
 * Whether something that is written makes a condition false. Silence makes many conditions false, too: nobody states the attribute,
 * names the protocol or draws the flow. What is unknown is silent.
 */
export function isStatedFalse(conditions: Conditions, grants: Grants, condition: Condition, subject: Subject): boolean {
  if (conditions.of(condition, subject) !== 0) return false;
  const { facts } = conditions;
  const inner = (one: Condition, of: Subject) => isStatedFalse(conditions, grants, one, of);
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.some((operand) => inner(operand, subject));
    case 'not': {
      const operand = meant(condition.operand);
      return operand.kind !== 'compare' || isWritten(facts, subject, operand.attribute);
    }
    case 'named':
      return inner(condition.condition, subject);
    case 'set':
      return false;
    case 'compare':
      return isWritten(facts, subject, condition.attribute);
    case 'source':
    case 'target':
      return endsInRole(facts, subject, condition.kind).some((component) => inner(condition.condition, component));
    case 'design':
      return inner(condition.condition, facts.design);
    case 'quantified': {
      if (condition.quantifier === 'no') return true;
      const { condition: asked } = condition;
      return asked !== undefined && membersOf(facts, subject, condition.relation).some((member) => inner(asked, member));
    }
    case 'over':
      return (subject.sort === 'link' || subject.sort === 'flow') && subject.layers.length > 0;
    case 'carries':
      return dataNear(facts, subject).length > 0;
    case 'stores':
      return stored(facts, subject).length > 0;
    case 'sees':
      return stored(facts, subject).length > 0 || (subject.sort === 'component' && facts.flowsAt(subject.name).length > 0);
    case 'has':
      return subject.sort !== 'protocol' && grants.isStated(subject, condition.control);
    default:
      return true;
  }
}

/** Whether some value that a comparison asks was written, and is neither what silence means nor computed. */
function isWritten(facts: Facts, subject: Subject, attribute: string): boolean {
  return bearers(facts, subject, attribute).some((one) => {
    const found = findValue(one, attribute, facts);
    return found !== undefined && found.origin.kind !== 'default' && found.origin.kind !== 'computed';
  });
}

function dataNear(facts: Facts, subject: Subject): readonly string[] {
  if (subject.sort === 'flow') return dataOfFlow(subject);
  return subject.sort === 'link' ? facts.dataOver(subject) : [];
}

function stored(facts: Facts, subject: Subject): readonly string[] {
  if (subject.sort === 'component') return subject.stores;
  return subject.sort === 'zone' ? facts.componentsIn(subject.name).flatMap(({ stores }) => stores) : [];
}
