import type { Element, Link } from '../language/model/index.js';
import { endsOfLink, firstStop, lastStop, relaysOf, type Subject } from '../language/semantics/index.js';
import { type Facts } from './facts.js';

/** The pairs of components whose zones or parties a link or flow joins. */
export function borderPairs(subject: Subject): readonly (readonly [string, string])[] {
  if (subject.sort === 'link') return subject.sources.flatMap((source) => subject.targets.map((target) => [source, target] as const));
  return subject.sort === 'flow' ? subject.hops.map((hop) => [hop.from, hop.to] as const) : [];
}

export function stopsFor(kind: 'touches' | 'from' | 'to' | 'via', subject: Subject): readonly string[] {
  if (subject.sort === 'link') return linkStops(kind, subject);
  if (subject.sort !== 'flow') return [];
  switch (kind) {
    case 'touches':
      return subject.stops.flat();
    case 'from':
      return firstStop(subject);
    case 'to':
      return lastStop(subject);
    case 'via':
      return relaysOf(subject);
  }
}

function linkStops(kind: 'touches' | 'from' | 'to' | 'via', link: Link): readonly string[] {
  if (kind === 'via') return [];
  if (kind === 'touches' || link.twoWay) return endsOfLink(link);
  return kind === 'from' ? link.sources : link.targets;
}

/** The components that `source` or `target` means. */
export function endsInRole(facts: Facts, subject: Subject, role: 'source' | 'target'): Element[] {
  if (subject.sort === 'link') return facts.components(role === 'source' ? subject.sources : subject.targets);
  return subject.sort === 'flow' ? facts.components(role === 'source' ? firstStop(subject) : lastStop(subject)) : [];
}
