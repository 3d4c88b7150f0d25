import type { Element } from '../language/model/index.js';
import { findValue, mayStand, type FoundValue } from '../language/semantics/index.js';
import type { Evaluator } from './evaluate.js';

/** What an attribute comes to on an element, and where that was written. */
export interface EffectiveValue extends FoundValue {
  readonly attribute: string;
}

/** Every attribute that has a value on an element by what is written or left unsaid: first what the element itself says, then in the order of the catalogue. */
export function valuesOf(element: Element, { facts }: Evaluator): EffectiveValue[] {
  const own = element.settings.map(({ attribute }) => attribute);
  const possible = [...facts.catalogue.attributes.values()]
    .filter((attribute) => attribute.counts === undefined && mayStand(attribute, element.sort))
    .map(({ name }) => name);
  return [...new Set([...own, ...possible])].flatMap((attribute) => {
    const found = findValue(element, attribute, facts);
    return found === undefined ? [] : [{ attribute, ...found }];
  });
}
