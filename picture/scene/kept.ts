import type { Component, Flow, Link, Zone } from '../../language/model/index.js';
import { endsOfLink, lineage } from '../../language/semantics/index.js';
import { partiesOf, type Evaluator, type Finding } from '../../review/index.js';
import type { Filter } from './options.js';

/** What a filter leaves. */
export interface Kept {
  readonly zones: readonly Zone[];
  readonly components: readonly Component[];
  readonly links: readonly Link[];
  readonly flows: readonly Flow[];
}

export function keptOf(filter: Filter, evaluator: Evaluator, found: ReadonlyMap<string, readonly Finding[]>): Kept {
  const { architecture } = evaluator.facts;
  const tests = testsOf(filter, evaluator, found);
  const components = [...architecture.components.values()].filter((one) => tests.every((test) => test(one)));
  const names = new Set(components.map(({ name }) => name));
  const around = new Set(components.flatMap(({ zone }) => evaluator.facts.zonesAround(zone).map(({ name }) => name)));
  const isThere = (name: string) => names.has(name);
  return {
    components,
    // An empty zone is something that the design says, as long as nobody asked for less.
    zones: [...architecture.zones.values()].filter(({ name }) => tests.length === 0 || around.has(name)),
    // What a half-written design names and does not declare has no box to lead to.
    links: [...architecture.links.values()].filter((link) => link.sources.some(isThere) && link.targets.some(isThere)),
    flows: [...architecture.flows.values()].filter((flow) => tests.length === 0 || flow.stops.flat().some(isThere)),
  };
}

type Test = (component: Component) => boolean;

function testsOf(filter: Filter, evaluator: Evaluator, found: ReadonlyMap<string, readonly Finding[]>): Test[] {
  const { facts } = evaluator;
  const { catalogue, links, flows } = facts.architecture;
  const { zones = [], kinds = [], severities = [], services = [], parties = [] } = filter;
  const tests: Test[] = [];
  if (zones.length > 0) tests.push(({ zone }) => facts.zonesAround(zone).some(({ name }) => zones.includes(name)));
  if (kinds.length > 0) {
    const has = (component: Component) => lineage(component.kinds, catalogue.componentKinds);
    tests.push((component) => kinds.some((kind) => has(component).has(kind)));
  }
  if (severities.length > 0) {
    const marked = new Set(found.keys());
    for (const link of links.values()) if (found.has(link.name)) for (const end of endsOfLink(link)) marked.add(end);
    for (const flow of flows.values()) if (found.has(flow.name)) for (const stop of flow.stops.flat()) marked.add(stop);
    tests.push(({ name }) => marked.has(name));
  }
  if (services.length > 0) {
    const isMeant = (flow: Flow) => services.some((service) => lineage(flow.kinds, catalogue.services).has(service));
    const stops = new Set([...flows.values()].filter(isMeant).flatMap((flow) => flow.stops.flat()));
    tests.push(({ name }) => stops.has(name));
  }
  if (parties.length > 0) tests.push((component) => partiesOf(component, evaluator).some((party) => parties.includes(party)));
  return tests;
}
