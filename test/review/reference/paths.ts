import type { Component, Flow, Hop, Link } from '../../../language/model/index.js';
import { components, isA, type Scene, type Subject, componentOf } from './elements.js';

export function flowsOver(scene: Scene, link: Link): Flow[] {
  return [...scene.architecture.flows.values()].filter((flow) => flow.hops.some((hop) => hop.link === link.name));
}

export function linkOf(scene: Scene, hop: Hop): Link | undefined {
  return hop.link === undefined ? undefined : scene.architecture.links.get(hop.link);
}

export function firstStop(flow: Flow): readonly string[] {
  return flow.stops[0] ?? [];
}

export function lastStop(flow: Flow): readonly string[] {
  return flow.stops[flow.stops.length - 1] ?? [];
}

/** The stops that are neither first nor last: an index, not a name (rules 11 and 20). */
export function middleStops(flow: Flow): (readonly string[])[] {
  return flow.stops.filter((_, index) => index > 0 && index < flow.stops.length - 1);
}

/** The components that `source` and `target` stand for (rules 16 and 34). */
export function endOf(scene: Scene, subject: Subject, end: 'source' | 'target'): Component[] {
  if (subject.sort === 'link') return components(scene, end === 'source' ? subject.sources : subject.targets);
  if (subject.sort === 'flow') return components(scene, end === 'source' ? firstStop(subject) : lastStop(subject));
  return [];
}

export function endsOf(scene: Scene, subject: Subject): Component[] {
  return [...new Set([...endOf(scene, subject, 'source'), ...endOf(scene, subject, 'target')])];
}

/** Both components of every pair that information passes between: of a link each left end with each right end. */
export function pairsOf(scene: Scene, subject: Link | Flow): [Component, Component][] {
  if (subject.sort === 'flow') return subject.hops.map((hop) => [componentOf(scene, hop.from), componentOf(scene, hop.to)]);
  return subject.sources.flatMap((from) =>
    subject.targets.map((to): [Component, Component] => [componentOf(scene, from), componentOf(scene, to)]),
  );
}

export function isAtPerson(scene: Scene, hop: Hop): boolean {
  return isA(scene, componentOf(scene, hop.from), 'person') || isA(scene, componentOf(scene, hop.to), 'person');
}

export function isBetweenTrusted(scene: Scene, hop: Hop): boolean {
  return [hop.from, hop.to].every((name) => isA(scene, componentOf(scene, name), 'trusted-end-point'));
}

/** The hops at one component of one stop. */
export function hopsAt(flow: Flow, stop: number, component: string): Hop[] {
  return flow.hops.filter((hop) => (hop.step === stop && hop.from === component) || (hop.step === stop - 1 && hop.to === component));
}

/** Rule 32: the ways past one component at one stop, each with the hops that one span must cover. */
export function waysPast(flow: Flow, stop: number, component: string): Hop[][] {
  const into = flow.hops.filter((hop) => hop.step === stop - 1 && hop.to === component);
  const outOf = flow.hops.filter((hop) => hop.step === stop && hop.from === component);
  if (into.length === 0 || outOf.length === 0) return [...into, ...outOf].map((hop) => [hop]);
  return into.flatMap((one) => outOf.map((other) => [one, other]));
}

export function carriedBy(flow: Flow): string[] {
  return [...flow.carries, ...flow.returns];
}

/** What its own `carries` names and what every flow over it carries (rule 10). */
export function carriedOver(scene: Scene, link: Link): string[] {
  return [...link.carries, ...flowsOver(scene, link).flatMap(carriedBy)];
}
