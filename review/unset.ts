import { endsOfLink, knownNames, meant, valueOf, type Subject } from '../language/semantics/index.js';
import type { Comparison, Condition } from '../language/model/index.js';
import type { ConditionGap, UnsetFact } from './assessment.js';
import type { Conditions } from './conditions.js';
import { type Facts } from './facts.js';
import { membersOf } from './relations.js';
import { borderPairs, endsInRole } from './stops.js';
import { compared, partyOf } from './values.js';

/** What nobody wrote and an unknown condition depends on. */
export function unsetBehind(conditions: Conditions, condition: Condition, subject: Subject): UnsetFact[] {
  if (conditions.of(condition, subject) !== 1) return [];
  const { facts } = conditions;
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap((operand) => unsetBehind(conditions, operand, subject));
    case 'not':
      return unsetBehind(conditions, condition.operand, subject);
    case 'named':
      return unsetBehind(conditions, condition.condition, subject);
    case 'source':
    case 'target':
      return endsInRole(facts, subject, condition.kind).flatMap((component) => unsetBehind(conditions, condition.condition, component));
    case 'design':
      return unsetBehind(conditions, condition.condition, facts.design);
    case 'quantified':
      return conditions
        .members(condition, subject, 1)
        .flatMap((member) => (condition.condition ? unsetBehind(conditions, condition.condition, member) : []));
    case 'compare':
      return compared(facts, subject, condition).flatMap(({ left, right }) => unsetValues(conditions, left, right, condition));
    case 'extreme':
      return membersOf(facts, subject, condition.relation).flatMap((member) => missingValue(facts, member, condition.attribute));
    case 'opened by':
      return (subject.sort === 'flow' ? subject.hops.flatMap((hop) => facts.link(hop.link) ?? []) : [subject])
        .filter((link) => link.sort === 'link' && link.openedBy.length === 0)
        .map((link) => ({ element: link.name, fact: 'opened by' }));
    case 'in':
      return unplaced(facts, subject.sort === 'component' ? [subject.name] : componentsOf(subject));
    case 'ours':
      return [{ element: subject.name, fact: knownNames.party }];
    case 'crosses': {
      const names = borderPairs(subject).flat();
      if (condition.border === 'zone') return unplaced(facts, names);
      return [...new Set(names)].filter((name) => partyOf(facts, name) === undefined).map((name) => ({ element: name, fact: 'run by' }));
    }
    default:
      return [];
  }
}

function unsetValues(conditions: Conditions, left: Subject, right: Subject, condition: Comparison): UnsetFact[] {
  if (conditions.compare(condition, left, right) !== 1) return [];
  const other = condition.operand.kind === 'attribute' ? missingValue(conditions.facts, right, condition.operand.attribute) : [];
  return [...missingValue(conditions.facts, left, condition.attribute), ...other];
}

function missingValue(facts: Facts, subject: Subject, attribute: string): UnsetFact[] {
  // What is computed is stated by nobody.
  if (facts.catalogue.attributes.get(attribute)?.counts !== undefined) return [];
  return valueOf(subject, attribute, facts) === undefined ? [{ element: subject.name, fact: attribute }] : [];
}

function unplaced(facts: Facts, names: readonly string[]): UnsetFact[] {
  return [...new Set(names)].filter((name) => facts.component(name)?.zone === undefined).map((name) => ({ element: name, fact: 'zone' }));
}

function componentsOf(subject: Subject): readonly string[] {
  if (subject.sort === 'link') return endsOfLink(subject);
  return subject.sort === 'flow' ? subject.stops.flat() : [];
}

/**
 * What a needed condition asks people to state: what it depends on and is not known; or, where it asks no more than that something is stated at all,
 * that. Nothing where the design says something else than what is needed.
 */
export function factsAskedBy({ condition: asked, element, state, unset }: ConditionGap): readonly UnsetFact[] {
  if (state === 'unknown') return unset;
  const condition = meant(asked);
  if (condition.kind === 'set') return [{ element, fact: condition.attribute }];
  const asksForAny = condition.kind === 'quantified' && condition.quantifier === 'some' && condition.condition === undefined;
  const { name, within } = asksForAny ? condition.relation : { name: undefined, within: undefined };
  return within === undefined && (name === 'protocol' || name === 'data') ? [{ element, fact: name }] : [];
}
