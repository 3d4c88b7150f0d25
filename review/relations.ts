import type { Element, Flow, Layer, Link, Relation, RelationName, Zone } from '../language/model/index.js';
import {
  compareValues,
  dataOfFlow,
  elementsOfSort,
  endsOfFlow,
  endsOfLink,
  firstStop,
  lastStop,
  relaysOf,
  sortOfRelation,
  valueOf,
  zonesOfLink,
  type Leading,
  type SubjectSort,
  type Subject,
} from '../language/semantics/index.js';
import type { Facts } from './facts.js';
import { layersOf } from './spans.js';

/** The members of a relation, seen from the subject; each once. */
export function membersOf(facts: Facts, subject: Subject, relation: Relation): readonly Subject[] {
  switch (relation.within?.kind) {
    case undefined:
      return near(facts, subject, relation.name);
    case 'design':
      return allOf(facts, relation.name);
    case 'same zone':
      return inSameZone(facts, subject, relation.name);
    case 'same attribute': {
      const { attribute } = relation.within;
      const own = valueOf(subject, attribute, facts);
      if (own === undefined) return [];
      return allOf(facts, relation.name).filter((other) => {
        const value = other === subject ? undefined : valueOf(other, attribute, facts);
        return value !== undefined && compareValues(own, '=', value);
      });
    }
  }
}

type Of<S extends SubjectSort> = Extract<Subject, { place: S }>;

/** A way for each relation that leads anywhere, by what it is asked of. */
type Ways = { readonly [S in SubjectSort]: { readonly [R in Leading<S>]: (facts: Facts, subject: Of<S>) => readonly Subject[] } };

const ways: Ways = {
  component: {
    flow: (facts, { name }) => facts.flowsAt(name),
    'incoming flow': (facts, { name }) => facts.flowsAt(name).filter((flow) => arrivesAt(name, flow)),
    'outgoing flow': (facts, { name }) => facts.flowsAt(name).filter((flow) => leavesFrom(name, flow)),
    link: (facts, { name }) => facts.linksAt(name),
    neighbour: (facts, { name }) => facts.components(facts.linksAt(name).flatMap((link) => acrossFrom(link, name))),
    data: (facts, { stores }) => facts.dataNamed(stores),
    zone: (facts, { zone }) => facts.zonesAround(zone),
  },
  link: {
    // A link asks the flows over it about its own hops.
    flow: (facts, { name }) => facts.sectionsOn(name),
    end: (facts, link) => facts.components(endsOfLink(link)),
    data: (facts, link) => facts.dataNamed(facts.dataOver(link)),
    zone: (facts, link) => zonesNear(facts, link),
    protocol: (facts, { layers }) => protocolsIn(facts, layers),
  },
  flow: {
    link: (facts, { hops }) => hops.flatMap((hop) => facts.link(hop.link) ?? []),
    hop: hopLinks,
    'first hop': (facts, flow) => hopLinks(facts, flow).slice(0, 1),
    'last hop': (facts, flow) => hopLinks(facts, flow).slice(-1),
    end: (facts, flow) => facts.components(endsOfFlow(flow)),
    relay: (facts, flow) => facts.components(relaysOf(flow)),
    data: (facts, flow) => facts.dataNamed(dataOfFlow(flow)),
    protocol: (facts, flow) => protocolsIn(facts, layersOf(flow)),
  },
  zone: {
    component: (facts, { name }) => facts.componentsIn(name),
    flow: (facts, { name }) => facts.componentsIn(name).flatMap((component) => facts.flowsAt(component.name)),
    link: (facts, { name }) => facts.componentsIn(name).flatMap((component) => facts.linksAt(component.name)),
    data: (facts, { name }) => facts.dataNamed(facts.componentsIn(name).flatMap(({ stores }) => stores)),
  },
  data: {
    flow: (facts, { name }) => facts.flowsCarrying(name),
    holder: (facts, { name }) => facts.holders(name),
  },
  design: {
    component: ({ architecture }) => [...architecture.components.values()],
  },
  protocol: {},
};

function near(facts: Facts, subject: Subject, name: RelationName): readonly Subject[] {
  const ofSort: Partial<Record<RelationName, (facts: Facts, subject: never) => readonly Subject[]>> = ways[subject.place];
  const way = ofSort[name];
  return way === undefined ? [] : facts.near(subject, name, () => [...new Set(way(facts, subject as never))]);
}

function arrivesAt(self: string, flow: Flow): boolean {
  return lastStop(flow).includes(self) || (flow.returns.length > 0 && firstStop(flow).includes(self));
}

function leavesFrom(self: string, flow: Flow): boolean {
  return firstStop(flow).includes(self) || (flow.returns.length > 0 && lastStop(flow).includes(self));
}

/** The other ends of a link: each left end is joined with each right end, not with its own side. */
function acrossFrom(link: Link, self: string): readonly string[] {
  return [...(link.sources.includes(self) ? link.targets : []), ...(link.targets.includes(self) ? link.sources : [])];
}

/** The zones of a link: its own, else those of its ends. */
function zonesNear(facts: Facts, link: Link): readonly Zone[] {
  const names = zonesOfLink(link) ?? facts.components(endsOfLink(link)).map(({ zone }) => zone);
  return names.flatMap((zone) => facts.zone(zone) ?? []);
}

function protocolsIn(facts: Facts, layers: readonly Layer[]): readonly Subject[] {
  return layers.flatMap(({ stack }) => stack).map((mechanism) => facts.protocol(mechanism));
}

/** The links of a flow's hops in order, hops at a person left out; a link that is used twice stands here twice. */
export function hopLinks(facts: Facts, flow: Flow): Link[] {
  return flow.hops.filter((hop) => !facts.isPersonHop(hop)).flatMap((hop) => facts.link(hop.link) ?? []);
}

/** Everything in the design that is of the sort of a relation's members. */
function allOf(facts: Facts, name: RelationName): readonly Subject[] {
  const { architecture } = facts;
  const sort = sortOfRelation[name];
  if (sort !== 'protocol') return elementsOfSort(architecture, sort);
  const layers = [...architecture.links.values(), ...architecture.flows.values()].flatMap((element) => element.layers);
  return [...new Set(protocolsIn(facts, layers))];
}

function inSameZone(facts: Facts, subject: Subject, name: RelationName): readonly Subject[] {
  const zone = zoneOf(subject);
  if (zone === undefined) return [];
  return allOf(facts, name).filter((other) => other !== subject && zoneOf(other) === zone);
}

function zoneOf(subject: Subject | Element): string | undefined {
  return subject.place === 'component' || subject.place === 'zone' ? subject.zone : undefined;
}
