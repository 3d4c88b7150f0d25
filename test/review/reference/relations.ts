import type { Flow, Link, Relation, RelationName } from '../../../language/model/index.js';
import {
  allElements,
  components,
  dataNamed,
  isInside,
  once,
  protocolsOf,
  same,
  zonesAround,
  type Scene,
  type Sort,
  type Subject,
} from './elements.js';
import { carriedBy, carriedOver, endsOf, firstStop, flowsOver, isAtPerson, lastStop, linkOf, middleStops } from './paths.js';
import { layersThere } from './stacks.js';
import { orderOf, valueOf } from './values.js';

export function membersOf(scene: Scene, subject: Subject, relation: Relation): Subject[] {
  const sort = sortOf(relation.name);
  switch (relation.within?.kind) {
    case undefined:
      return once(related(scene, subject, relation.name));
    case 'design':
      return allElements(scene, sort);
    case 'same zone':
      return allElements(scene, sort).filter((other) => !same(other, subject) && shareZone(subject, other));
    case 'same attribute': {
      const { attribute } = relation.within;
      return allElements(scene, sort).filter((other) => !same(other, subject) && shareValue(scene, subject, other, attribute));
    }
  }
}

/** Rule 21. */
function sortOf(name: RelationName): Sort {
  switch (name) {
    case 'flow':
    case 'incoming flow':
    case 'outgoing flow':
      return 'flow';
    case 'link':
    case 'hop':
    case 'first hop':
    case 'last hop':
      return 'link';
    case 'end':
    case 'relay':
    case 'neighbour':
    case 'component':
    case 'holder':
      return 'component';
    case 'data':
    case 'zone':
    case 'protocol':
      return name;
  }
}

/** Rule 22. */
function shareZone(subject: Subject, other: Subject): boolean {
  const [mine, theirs] = [innermost(subject), innermost(other)];
  return mine !== undefined && mine === theirs;
}

function innermost(subject: Subject): string | undefined {
  return subject.sort === 'component' || subject.sort === 'zone' ? subject.zone : undefined;
}

function shareValue(scene: Scene, subject: Subject, other: Subject, attribute: string): boolean {
  const [mine, theirs] = [valueOf(scene, subject, attribute), valueOf(scene, other, attribute)];
  return mine !== undefined && theirs !== undefined && mine.kind === theirs.kind && orderOf(mine, theirs) === 0;
}

function related(scene: Scene, subject: Subject, name: RelationName): Subject[] {
  switch (name) {
    case 'flow':
      // Rule 14: a link asks about its own hops.
      if (subject.sort === 'link') return flowsOf(scene, subject).map((flow) => ({ ...flow, over: subject.name }));
      return flowsOf(scene, subject);
    case 'incoming flow':
      return directed(scene, subject, lastStop, firstStop);
    case 'outgoing flow':
      return directed(scene, subject, firstStop, lastStop);
    case 'link':
      return linksOf(scene, subject);
    case 'hop':
      return hopLinks(scene, subject);
    case 'first hop':
      return hopLinks(scene, subject).slice(0, 1);
    case 'last hop':
      return hopLinks(scene, subject).slice(-1);
    case 'end':
      return endsOf(scene, subject);
    case 'relay':
      return subject.sort === 'flow' ? components(scene, middleStops(subject).flat()) : [];
    case 'neighbour':
      return neighboursOf(scene, subject);
    case 'data':
      return dataOf(scene, subject);
    case 'component':
      return componentsIn(scene, subject);
    case 'holder':
      if (subject.sort !== 'data') return [];
      return [...scene.architecture.components.values()].filter((component) => component.stores.includes(subject.name));
    case 'zone':
      return zonesOf(scene, subject);
    case 'protocol':
      return subject.sort === 'link' || subject.sort === 'flow' ? protocolsOf({ ...subject, layers: layersThere(subject) }) : [];
  }
}

function flowsOf(scene: Scene, subject: Subject): Flow[] {
  const flows = [...scene.architecture.flows.values()];
  switch (subject.sort) {
    case 'component':
      return flows.filter((flow) => flow.stops.flat().includes(subject.name));
    case 'link':
      return flowsOver(scene, subject);
    case 'data':
      return flows.filter((flow) => carriedBy(flow).includes(subject.name));
    case 'zone':
      return flows.filter((flow) => components(scene, flow.stops.flat()).some((stop) => isInside(scene, stop, subject)));
    default:
      return [];
  }
}

/** Rule 18: what a flow carries arrives at its last stop, what it returns at its first. */
function directed(
  scene: Scene,
  subject: Subject,
  forth: (flow: Flow) => readonly string[],
  back: (flow: Flow) => readonly string[],
): Flow[] {
  if (subject.sort !== 'component') return [];
  return [...scene.architecture.flows.values()].filter(
    (flow) => forth(flow).includes(subject.name) || (flow.returns.length > 0 && back(flow).includes(subject.name)),
  );
}

function linksOf(scene: Scene, subject: Subject): Link[] {
  const links = [...scene.architecture.links.values()];
  switch (subject.sort) {
    case 'component':
      return links.filter((link) => endsOf(scene, link).includes(subject));
    case 'zone':
      return links.filter((link) => endsOf(scene, link).some((end) => isInside(scene, end, subject)));
    case 'flow':
      return once(subject.hops.map((hop) => linkOf(scene, hop)).filter((link) => link !== undefined));
    default:
      return [];
  }
}

/** Rule 19. */
export function hopLinks(scene: Scene, subject: Subject): Link[] {
  if (subject.sort !== 'flow') return [];
  return subject.hops
    .filter((hop) => !isAtPerson(scene, hop))
    .map((hop) => linkOf(scene, hop))
    .filter((link) => link !== undefined);
}

/** The ends that face a component across its links; a mesh link faces it with itself. */
function neighboursOf(scene: Scene, subject: Subject): Subject[] {
  if (subject.sort !== 'component') return [];
  const names = [...scene.architecture.links.values()].flatMap((link) => [
    ...(link.sources.includes(subject.name) ? link.targets : []),
    ...(link.targets.includes(subject.name) ? link.sources : []),
  ]);
  return components(scene, names);
}

function dataOf(scene: Scene, subject: Subject): Subject[] {
  switch (subject.sort) {
    case 'component':
      return dataNamed(scene, subject.stores);
    case 'link':
      return dataNamed(scene, carriedOver(scene, subject));
    case 'flow':
      return dataNamed(scene, carriedBy(subject));
    case 'zone':
      return componentsIn(scene, subject).flatMap((component) => dataOf(scene, component));
    default:
      return [];
  }
}

function componentsIn(scene: Scene, subject: Subject): Subject[] {
  const all = [...scene.architecture.components.values()];
  if (subject.sort === 'design') return all;
  return subject.sort === 'zone' ? all.filter((component) => isInside(scene, component, subject)) : [];
}

/** The relation `zone`: of a component its own and those around, of a link its own, else its ends'. */
export function zonesOf(scene: Scene, subject: Subject): Subject[] {
  if (subject.sort === 'component') return zonesAround(scene, subject.zone);
  if (subject.sort !== 'link') return [];
  if (subject.zones.length > 0) return subject.zones.map((name) => scene.architecture.zones.get(name)!);
  return endsOf(scene, subject).flatMap((end) => zonesAround(scene, end.zone).slice(0, 1));
}
