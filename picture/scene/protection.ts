import type { Flow, Link } from '../../language/model/index.js';
import type { Evaluator } from '../../review/index.js';
import { Level } from '../../language/semantics/index.js';
import { gradeOf } from '../../review/grants.js';
import { spanCovers, sparedBy } from '../../review/spans.js';
import { protections, type Protection } from './scene.js';

/** What protects one hop of a flow, by the flow itself and by the link that carries it. `index` points into `flow.hops`. */
export function protectionOfHop(flow: Flow, index: number, control: string, { facts, grants }: Evaluator): Protection {
  const link = facts.link(flow.hops[index]?.link);
  // Where a flow has two stops, its links are all of its way: what they have holds from end to end.
  const along = grants.onPath(flow, control).filter((grant) => spanCovers(flow, grant, index));
  const onFlow = gradeOf(along).level;
  const onLink: Level = link === undefined ? Level.missing : gradeOf(grants.of(link, control)).level;
  if (Math.max(onFlow, onLink) < Level.met) return protectionOf(Math.max(onFlow, onLink) as Level);
  const protects = facts.catalogue.controls.get(control)?.protects ?? 'channel';
  const asked = flow.hops.flatMap((hop, at) => (sparedBy(facts, flow, hop, protects) === undefined ? [at] : []));
  const isWhole = along.some((grant) => grant.source.state === 'met' && asked.every((at) => spanCovers(flow, grant, at)));
  return onFlow === Level.met && isWhole ? 'end to end' : 'hop only';
}

/** Of a link: the weakest of what runs over it, of those flows; what it has itself where none does. */
export function protectionOfLink(link: Link, flows: ReadonlySet<Flow>, control: string, evaluator: Evaluator): Protection {
  const { facts, grants } = evaluator;
  const steps = facts
    .flowsOn(link.name)
    .filter((flow) => flows.has(flow))
    .flatMap((flow) =>
      flow.hops.flatMap((hop, index) => (hop.link === link.name ? [protectionOfHop(flow, index, control, evaluator)] : [])),
    );
  return steps.length === 0 ? protectionOf(gradeOf(grants.of(link, control)).level) : weakest(steps);
}

/** Nothing protects yet what is only planned. */
function protectionOf(level: Level): Protection {
  return level === Level.met ? 'hop only' : level === Level.weak ? 'weak' : 'none';
}

/** Of one or more. */
export function weakest(steps: readonly Protection[]): Protection {
  return steps.reduce((one, other) => (protections.indexOf(one) > protections.indexOf(other) ? one : other));
}
