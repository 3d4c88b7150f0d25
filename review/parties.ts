import type { Component } from '../language/model/index.js';
import { knownNames } from '../language/semantics/index.js';
import { valuesOf } from './effective.js';
import type { Evaluator } from './evaluate.js';

/** The component that runs a component, where one is named, and the word for its party, where that is known. */
export function partiesOf(component: Component, evaluator: Evaluator): string[] {
  const { facts } = evaluator;
  const runBy = component.runBy ?? facts.zonesAround(component.zone).find((zone) => zone.runBy !== undefined)?.runBy;
  const word = valuesOf(component, evaluator).find(({ attribute }) => attribute === knownNames.party)?.value;
  return [...(runBy === undefined || runBy === component.name ? [] : [runBy]), ...(word?.kind === 'word' ? [word.word] : [])];
}
