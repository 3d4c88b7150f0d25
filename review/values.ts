import type { Component, Condition, Element, Operand, Setting, Value, Zone } from '../language/model/index.js';
import { endsOfLink, firstStop, lastStop, type Facts, type Subject } from './facts.js';
import type { Side } from './observed.js';
import { kindTable } from '../language/semantics/kinds.js';

export type Comparison = Extract<Condition, { kind: 'compare' }>;

/** Where a value was written: on the element, on one of its kinds, on a zone or one of its kinds, or as what silence means. */
export type Origin =
  | { readonly kind: 'own' | 'default' }
  | { readonly kind: 'kind'; readonly name: string }
  /** `party` of what another component runs: that component's. */
  | { readonly kind: 'run by'; readonly name: string }
  | { readonly kind: 'zone'; readonly name: string; readonly zoneKind: string | undefined };

export interface FoundValue {
  readonly value: Value;
  readonly origin: Origin;
}

/** Reads attribute values where the language looks for them: the element, its kinds, its zones, the default. */
export function lookUp(facts: Facts, subject: Subject, attribute: string): Value | undefined {
  return findValue(facts, subject, attribute)?.value;
}

/** The same, with where it was found. */
export function findValue(facts: Facts, subject: Subject, attribute: string): FoundValue | undefined {
  if (subject.place === 'protocol') return defaultOf(facts, attribute);
  if (attribute === 'party' && (subject.place === 'link' || subject.place === 'flow')) return undefined;
  const operated = attribute === 'party' && subject.place === 'component' ? partyOfOperator(facts, subject) : undefined;
  return operated ?? writtenValue(facts, subject, attribute) ?? defaultOf(facts, attribute);
}

/** What is written of a subject itself, its kinds and its zones, whoever runs it. */
export function writtenValue(facts: Facts, subject: Element, attribute: string): FoundValue | undefined {
  const own = ownValue(facts, subject, attribute);
  if (own !== undefined) return own;
  for (const zone of zonesOf(facts, subject)) {
    const found = ownValue(facts, zone, attribute);
    if (found === undefined) continue;
    const zoneKind = found.origin.kind === 'kind' ? found.origin.name : undefined;
    return { value: found.value, origin: { kind: 'zone', name: zone.name, zoneKind } };
  }
  return undefined;
}

/** The party of the component that runs another one, by its own `run by` or that of its zones. */
function partyOfOperator(facts: Facts, component: Component): FoundValue | undefined {
  const name = component.runBy ?? facts.zonesAround(component.zone).find(({ runBy }) => runBy !== undefined)?.runBy;
  const operator = name === undefined || name === component.name ? undefined : facts.component(name);
  const found = operator && writtenValue(facts, operator, 'party');
  return found && { value: found.value, origin: { kind: 'run by', name: operator.name } };
}

function defaultOf(facts: Facts, attribute: string): FoundValue | undefined {
  const value = facts.catalogue.attributes.get(attribute)?.default;
  return value && { value, origin: { kind: 'default' } };
}

function ownValue(facts: Facts, element: Element, attribute: string): FoundValue | undefined {
  const set = valueIn(element.settings, attribute);
  if (set !== undefined) return { value: set, origin: { kind: 'own' } };
  const table = kindTable(element.place, facts.catalogue);
  for (const kind of facts.kinds(element).keys()) {
    const value = valueIn(table.get(kind)?.settings ?? [], attribute);
    if (value !== undefined) return { value, origin: { kind: 'kind', name: kind } };
  }
  return undefined;
}

function valueIn(settings: readonly Setting[], attribute: string): Value | undefined {
  return settings.find((setting) => setting.attribute === attribute)?.value;
}

function zonesOf(facts: Facts, element: Element): Zone[] {
  switch (element.place) {
    case 'component':
    case 'zone':
      return facts.zonesAround(element.zone);
    case 'link':
      return element.zones.flatMap((zone) => facts.zone(zone) ?? []);
    default:
      return [];
  }
}

/** Whose value counts: the subject's own; for a component's attribute asked of a link or flow, its ends'. */
export function bearers(facts: Facts, subject: Subject, attribute: string): readonly Subject[] {
  return isOfEnds(facts, subject, attribute) ? ends(facts, subject) : [subject];
}

function isOfEnds(facts: Facts, subject: Subject, attribute: string): boolean {
  if (attribute === 'party' || (subject.place !== 'link' && subject.place !== 'flow')) return false;
  const places = facts.catalogue.attributes.get(attribute)?.places ?? [];
  return places.includes('component') && !places.includes(subject.place);
}

function ends(facts: Facts, subject: Subject): readonly Subject[] {
  if (subject.place === 'link') return facts.components(endsOfLink(subject));
  return subject.place === 'flow' ? facts.components([...firstStop(subject), ...lastStop(subject)]) : [];
}

/** The two whose values a comparison compares, for each end where an end's value is asked on either side. */
export function compared(facts: Facts, subject: Subject, { attribute, operand }: Comparison): readonly { left: Subject; right: Subject }[] {
  const leftOfEnds = isOfEnds(facts, subject, attribute);
  const rightOfEnds = operand.kind === 'attribute' && isOfEnds(facts, subject, operand.attribute);
  if (!leftOfEnds && !rightOfEnds) return [{ left: subject, right: subject }];
  return ends(facts, subject).map((end) => ({ left: leftOfEnds ? end : subject, right: rightOfEnds ? end : subject }));
}

export function operandValue(facts: Facts, subject: Subject, operand: Operand): Value | undefined {
  return operand.kind === 'attribute' ? lookUp(facts, subject, operand.attribute) : operand;
}

/** Who runs a component, by name or by a word of the attribute `party`; undefined where nobody said. */
export function partyOf(facts: Facts, name: string): Side | undefined {
  const component = facts.component(name);
  if (component === undefined) return undefined;
  const party = partyNameOf(facts, name);
  if (party !== undefined) return { element: party };
  const word = lookUp(facts, component, 'party');
  return word?.kind === 'word' ? { word: word.word } : undefined;
}

/** The name of the party that runs a component; undefined where it is no more than a word, or nobody said. */
export function partyNameOf(facts: Facts, name: string): string | undefined {
  const component = facts.component(name);
  if (component === undefined) return undefined;
  const named = component.runBy ?? facts.zonesAround(component.zone).find(({ runBy }) => runBy !== undefined)?.runBy;
  // A party that is drawn as a component is the one that `run by` names elsewhere.
  return named ?? (facts.is(component, 'external-party') ? component.name : undefined);
}
