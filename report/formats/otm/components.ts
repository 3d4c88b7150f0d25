import type { Component } from '../../../language/model/index.js';
import type { NamedReview } from '../../../summary/named.js';
import { basics, idOf } from './ids.js';
import { threatsOn } from './threats.js';
import { parentOf } from './zones.js';

export function componentsOf(review: NamedReview) {
  const processed = dataByComponent(review);
  return [...review.assessment.architecture.components.values()].map((component) => ({
    ...basics(component, review),
    type: component.kinds[0] ?? 'component',
    parent: parentOf(component.zone, review),
    assets: {
      processed: [...(processed.get(component.name) ?? [])].map((name) => idOf(name, review)),
      stored: storedOf(component, review),
    },
    threats: threatsOn(component.name, review),
    tags: [...component.kinds],
  }));
}

function storedOf({ stores }: Component, review: NamedReview): string[] {
  return stores.filter((name) => review.assessment.architecture.data.has(name)).map((name) => idOf(name, review));
}

/** The data of all flows that stop at a component. */
function dataByComponent({ assessment: { architecture } }: NamedReview): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { stops, carries, returns } of architecture.flows.values()) {
    const data = [...carries, ...returns].filter((name) => architecture.data.has(name));
    for (const name of stops.flat()) {
      const all = found.get(name) ?? new Set();
      for (const one of data) all.add(one);
      found.set(name, all);
    }
  }
  return found;
}
