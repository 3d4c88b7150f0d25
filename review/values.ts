import type { Comparison, Operand, Value } from '../language/model/index.js';
import { endsOfFlow, endsOfLink, isOfEnds, knownNames, partyNameOf, valueOf, type Subject } from '../language/semantics/index.js';
import type { Facts } from './facts.js';
import type { BorderSide } from './observed.js';

/** Whose value counts: the subject's own; for a component's attribute asked of a link or flow, its ends'. */
export function bearers(facts: Facts, subject: Subject, attribute: string): readonly Subject[] {
  return isOfEnds(attribute, subject.sort, facts.catalogue) ? ends(facts, subject) : [subject];
}

function ends(facts: Facts, subject: Subject): readonly Subject[] {
  if (subject.sort === 'link') return facts.components(endsOfLink(subject));
  return subject.sort === 'flow' ? facts.components(endsOfFlow(subject)) : [];
}

/** The two whose values a comparison compares, for each end where an end's value is asked on either side. */
export function compared(facts: Facts, subject: Subject, { attribute, operand }: Comparison): readonly { left: Subject; right: Subject }[] {
  const ofEnds = (one: string) => isOfEnds(one, subject.sort, facts.catalogue);
  const leftOfEnds = ofEnds(attribute);
  const rightOfEnds = operand.kind === 'attribute' && ofEnds(operand.attribute);
  if (!leftOfEnds && !rightOfEnds) return [{ left: subject, right: subject }];
  return ends(facts, subject).map((end) => ({ left: leftOfEnds ? end : subject, right: rightOfEnds ? end : subject }));
}

export function operandValue(facts: Facts, subject: Subject, operand: Operand): Value | undefined {
  return operand.kind === 'attribute' ? valueOf(subject, operand.attribute, facts) : operand;
}

/** Who runs a component, by name or by a word of the attribute `party`; undefined where nobody said. */
export function partyOf(facts: Facts, name: string): BorderSide | undefined {
  const component = facts.component(name);
  if (component === undefined) return undefined;
  const party = partyNameOf(component, facts);
  if (party !== undefined) return { element: party };
  const word = valueOf(component, knownNames.party, facts);
  return word?.kind === 'word' ? { word: word.word } : undefined;
}
