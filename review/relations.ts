import { compareValues } from '../language/semantics/compare.js';
import type { Element, Flow, Link, Relation, RelationName } from '../language/model/index.js';
import { dataOfFlow, endsOfLink, firstStop, lastStop, relaysOf, type Facts, type Subject } from './facts.js';
import { layersOf } from './spans.js';
import { lookUp } from './values.js';

/** The members of a relation, seen from the subject; each once. */
export function membersOf(facts: Facts, subject: Subject, relation: Relation): readonly Subject[] {
  switch (relation.within?.kind) {
    case undefined:
      // A link asks the flows over it about its own hops.
      if (subject.place === 'link' && relation.name === 'flow') return facts.sectionsOn(subject.name);
      return [...new Set(near(facts, subject, relation.name))];
    case 'design':
      return allOf(facts, relation.name);
    case 'same zone':
      return inSameZone(facts, subject, relation.name);
    case 'same attribute': {
      const { attribute } = relation.within;
      const own = lookUp(facts, subject, attribute);
      if (own === undefined) return [];
      return allOf(facts, relation.name).filter((other) => {
        const value = other === subject ? undefined : lookUp(facts, other, attribute);
        return value !== undefined && compareValues(own, '=', value);
      });
    }
  }
}

function near(facts: Facts, subject: Subject, name: RelationName): readonly Subject[] {
  switch (subject.place) {
    case 'component':
      return nearComponent(facts, subject.name, name);
    case 'link':
      return nearLink(facts, subject, name);
    case 'flow':
      return nearFlow(facts, subject, name);
    case 'zone':
      return nearZone(facts, subject.name, name);
    case 'data':
      if (name === 'flow') return facts.flowsCarrying(subject.name);
      return name === 'holder' ? facts.holders(subject.name) : [];
    case 'design':
      return name === 'component' ? [...facts.architecture.components.values()] : [];
    case 'protocol':
      return [];
  }
}

function nearComponent(facts: Facts, self: string, name: RelationName): readonly Subject[] {
  const flows = facts.flowsAt(self);
  switch (name) {
    case 'flow':
      return flows;
    case 'incoming flow':
      return flows.filter((flow) => lastStop(flow).includes(self) || (flow.returns.length > 0 && firstStop(flow).includes(self)));
    case 'outgoing flow':
      return flows.filter((flow) => firstStop(flow).includes(self) || (flow.returns.length > 0 && lastStop(flow).includes(self)));
    case 'link':
      return facts.linksAt(self);
    case 'neighbour':
      return facts.components(facts.linksAt(self).flatMap((link) => acrossFrom(link, self)));
    case 'data':
      return facts.dataNamed(facts.component(self)?.stores ?? []);
    case 'zone':
      return facts.zonesAround(facts.component(self)?.zone);
    default:
      return [];
  }
}

/** The other ends of a link: each left end is joined with each right end, not with its own side. */
function acrossFrom(link: Link, self: string): readonly string[] {
  return [...(link.sources.includes(self) ? link.targets : []), ...(link.targets.includes(self) ? link.sources : [])];
}

function nearLink(facts: Facts, link: Link, name: RelationName): readonly Subject[] {
  switch (name) {
    case 'flow':
      return facts.flowsOn(link.name);
    case 'end':
      return facts.components(endsOfLink(link));
    case 'data':
      return facts.dataNamed([...link.carries, ...facts.flowsOn(link.name).flatMap(dataOfFlow)]);
    case 'zone': {
      const own = link.zones.flatMap((zone) => facts.zone(zone) ?? []);
      return own.length > 0 ? own : facts.components(endsOfLink(link)).flatMap((end) => facts.zone(end.zone) ?? []);
    }
    case 'protocol':
      return link.layers.flatMap((layer) => layer.stack).map((mechanism) => facts.protocol(mechanism));
    default:
      return [];
  }
}

/** The links of a flow's hops in order, hops at a person left out; a link that is used twice stands here twice. */
export function hopLinks(facts: Facts, flow: Flow): Link[] {
  return flow.hops.filter((hop) => !facts.isPersonHop(hop)).flatMap((hop) => facts.link(hop.link) ?? []);
}

function nearFlow(facts: Facts, flow: Flow, name: RelationName): readonly Subject[] {
  switch (name) {
    case 'link':
      return flow.hops.flatMap((hop) => facts.link(hop.link) ?? []);
    case 'hop':
      return hopLinks(facts, flow);
    case 'first hop':
      return hopLinks(facts, flow).slice(0, 1);
    case 'last hop':
      return hopLinks(facts, flow).slice(-1);
    case 'end':
      return facts.components([...firstStop(flow), ...lastStop(flow)]);
    case 'relay':
      return facts.components(relaysOf(flow));
    case 'data':
      return facts.dataNamed(dataOfFlow(flow));
    case 'protocol':
      return layersOf(flow)
        .flatMap((layer) => layer.stack)
        .map((mechanism) => facts.protocol(mechanism));
    default:
      return [];
  }
}

function nearZone(facts: Facts, zone: string, name: RelationName): readonly Subject[] {
  const components = facts.componentsIn(zone);
  switch (name) {
    case 'component':
      return components;
    case 'flow':
      return components.flatMap((component) => facts.flowsAt(component.name));
    case 'link':
      return components.flatMap((component) => facts.linksAt(component.name));
    case 'data':
      return facts.dataNamed(components.flatMap((component) => component.stores));
    default:
      return [];
  }
}

function allOf(facts: Facts, name: RelationName): readonly Subject[] {
  const { architecture } = facts;
  switch (name) {
    case 'flow':
    case 'incoming flow':
    case 'outgoing flow':
      return [...architecture.flows.values()];
    case 'link':
    case 'hop':
    case 'first hop':
    case 'last hop':
      return [...architecture.links.values()];
    case 'end':
    case 'relay':
    case 'neighbour':
    case 'component':
    case 'holder':
      return [...architecture.components.values()];
    case 'data':
      return [...architecture.data.values()];
    case 'zone':
      return [...architecture.zones.values()];
    case 'protocol': {
      const layers = [...architecture.links.values(), ...architecture.flows.values()].flatMap((element) => element.layers);
      return [...new Set(layers.flatMap((layer) => layer.stack))].map((mechanism) => facts.protocol(mechanism));
    }
  }
}

function inSameZone(facts: Facts, subject: Subject, name: RelationName): readonly Subject[] {
  const zone = zoneOf(subject);
  if (zone === undefined) return [];
  return allOf(facts, name).filter((other) => other !== subject && zoneOf(other) === zone);
}

function zoneOf(subject: Subject | Element): string | undefined {
  return subject.place === 'component' || subject.place === 'zone' ? subject.zone : undefined;
}
