import type { Element, Flow } from '../language/model/index.js';
import { knownNames, Level } from '../language/semantics/index.js';
import type { GrantSource } from './assessment.js';
import type { Evaluator } from './evaluate.js';
import { gradeOf, type Grant, type Grade } from './grants.js';
import { spanCovers } from './spans.js';

/** How a control came to an element: said of it, with a mechanism behind it, by `uses`, by a layer, or by its kind. */
export type Way = 'stated' | 'by' | 'uses' | 'over' | 'kind';

/** A control that an element has, or will have, or has in a weak form. */
export interface Granted {
  readonly source: GrantSource;
  readonly way: Way;
  /** The part of a flow's path that it spans. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What decides of each control on an element. Of a flow all that is granted for a part of its path counts. */
export function grantedTo(element: Element, { grants }: Evaluator): Granted[] {
  const found = new Map<string, Granted>();
  for (const all of grants.all(element).values()) {
    for (const { source, from, to, ...grant } of deciding(element, all)) {
      const key = [source.control, source.mechanism, source.kind, source.state, from, to].join(' ');
      if (!found.has(key)) found.set(key, { source, way: wayOf(element, source, grant.statement), from, to });
    }
  }
  return [...found.values()];
}

function deciding(element: Element, grants: readonly Grant[]): readonly Grant[] {
  if (element.sort === 'flow') {
    const isPart = ({ from, to }: Grant) => from !== undefined || to !== undefined;
    if (grants.some(isPart)) return grants;
  }
  const { sources } = gradeOf(grants);
  return grants.filter(({ source }) => sources.includes(source));
}

function wayOf(element: Element, source: GrantSource, statement: object): Way {
  if (source.kind !== undefined) return 'kind';
  if (element.controls.some((use) => use === statement)) return source.mechanism === undefined ? 'stated' : 'by';
  const layers: readonly object[] = element.sort === 'link' || element.sort === 'flow' ? element.layers : [];
  return layers.includes(statement) ? 'over' : 'uses';
}

/** How one hop of a flow is protected, by the flow and by the link that carries it. */
export interface HopProtection {
  /** Of both the better. */
  readonly encryption: Grade;
  /** What is there in full on this hop, the link's before the flow's. */
  readonly controls: readonly GrantSource[];
}

/** `index` points into `flow.hops`. */
export function hopProtection(flow: Flow, index: number, { facts, grants }: Evaluator): HopProtection {
  const link = facts.link(flow.hops[index]?.link);
  const ofLink = link === undefined ? [] : [...grants.all(link).values()];
  const ofFlow = [...grants.all(flow).values()].map((all) => all.filter((grant) => spanCovers(flow, grant, index)));
  const grades = [...ofLink, ...ofFlow].map(gradeOf);
  const encrypting = grades.filter(({ sources }) => sources[0]?.control === knownNames.encryption);
  const level = Math.max(Level.missing, ...encrypting.map((one) => one.level)) as Level;
  return {
    encryption: { level, sources: encrypting.filter((one) => one.level === level).flatMap(({ sources }) => sources) },
    controls: grades.filter((one) => one.level === Level.met).flatMap(({ sources }) => sources),
  };
}
