import type { Component, Element, Flow } from '../language/model/index.js';
import { dataOfFlow, endsOfLink, relaysOf } from '../language/semantics/index.js';
import type { Evaluator } from './evaluate.js';
import { type Facts } from './facts.js';
import { sees } from './spans.js';

/** Which data an element has to do with; lists without names where a question does not make sense for its sort. */
export interface Exposure {
  readonly stores: readonly string[];
  /** What a link or flow carries there. */
  readonly carries: readonly string[];
  /** What a flow brings back. */
  readonly returns: readonly string[];
  /** What a component can read. */
  readonly sees: readonly string[];
  /** What passes a component that cannot read it. */
  readonly passes: readonly string[];
  /** Of data: the components that can read them, and the flows and links that carry them. */
  readonly seenBy: readonly string[];
  readonly carriedBy: readonly string[];
}

const nothing: Exposure = { stores: [], carries: [], returns: [], sees: [], passes: [], seenBy: [], carriedBy: [] };

export function exposureOf(element: Element, evaluator: Evaluator): Exposure {
  const { facts } = evaluator;
  switch (element.sort) {
    case 'component':
      return { ...nothing, stores: element.stores, ...seenAt(element, evaluator) };
    case 'zone':
      return { ...nothing, stores: distinct(facts.componentsIn(element.name).flatMap(({ stores }) => stores)) };
    case 'link':
      return { ...nothing, carries: facts.dataOver(element) };
    case 'flow':
      return { ...nothing, carries: element.carries, returns: element.returns };
    case 'data':
      return { ...nothing, ...dataAt(element.name, evaluator) };
    case 'design':
      return nothing;
  }
}

function seenAt(component: Component, { facts, grants }: Evaluator): Pick<Exposure, 'sees' | 'passes'> {
  const near = distinct([
    ...component.stores,
    ...facts.linksAt(component.name).flatMap(({ carries }) => carries),
    ...facts.flowsAt(component.name).flatMap(dataOfFlow),
  ]);
  const seen = near.filter((data) => sees(facts, grants, component, (name) => name === data));
  const relayed = new Set(facts.flowsAt(component.name).flatMap((flow) => (isRelay(component, flow) ? dataOfFlow(flow) : [])));
  return { sees: seen, passes: near.filter((data) => relayed.has(data) && !seen.includes(data)) };
}

function isRelay(component: Component, flow: Flow): boolean {
  return relaysOf(flow).includes(component.name);
}

function dataAt(data: string, { facts, grants }: Evaluator): Pick<Exposure, 'seenBy' | 'carriedBy'> {
  const flows = facts.flowsCarrying(data);
  const links = [...facts.architecture.links.values()].filter(({ carries }) => carries.includes(data));
  const near = distinct([
    ...facts.holders(data).map(({ name }) => name),
    ...flows.flatMap(({ stops }) => stops.flat()),
    ...links.flatMap(endsOfLink),
  ]);
  return {
    seenBy: componentsNamed(facts, near)
      .filter((component) => sees(facts, grants, component, (name) => name === data))
      .map(({ name }) => name),
    carriedBy: [...flows, ...links].map(({ name }) => name),
  };
}

function componentsNamed(facts: Facts, names: readonly string[]): Component[] {
  return names.flatMap((name) => facts.component(name) ?? []);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}
