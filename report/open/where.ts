import type { Architecture } from '../../language/model/index.js';
import { elementNamed, type Assessment } from '../../review/index.js';
import { limited, type Room } from './limited.js';

/** The element that a finding is on, and what else it is to be closed on. */
export interface Where {
  readonly subject: string;
  /** Empty where it can be closed on the subject. */
  readonly others: readonly string[];
  /** Whether it is enough to close it on one of the others. */
  readonly any: boolean;
  /** Of a flow: the hops that nothing covers. */
  readonly hops: readonly number[];
}

/** `head-end 'hes'`, `link 'wan'`: a component by the kind that its file gives it. */
export function elementNoun(architecture: Architecture, name: string): string {
  const element = elementNamed(architecture, name);
  if (element === undefined) return `'${name}'`;
  return `${element.sort === 'component' ? (element.kinds[0] ?? 'component') : element.sort} '${name}'`;
}

/** `flow 'read'`, `flow 'read' over plc`, `hes and mdm, for flow 'read'`. */
export function whereWords({ subject, others, any, hops }: Where, { architecture }: Assessment, room: Room): string {
  const own = elementNoun(architecture, subject);
  if (others.length > 0) {
    const named = others.length === 1 ? elementNoun(architecture, others[0]!) : limited(others, any ? 'or' : 'and', room);
    return `${named}, for ${own}`;
  }
  const links = openLinks(architecture, subject, hops);
  return links.length === 0 || room.most < 2 ? own : `${own} over ${limited(links, 'and', room)}`;
}

/** The links that a flow is open on, where it is protected on others. */
function openLinks({ flows }: Architecture, name: string, hops: readonly number[]): string[] {
  const flow = flows.get(name);
  if (flow === undefined || hops.length === 0 || hops.length === flow.hops.length) return [];
  return [...new Set(hops.flatMap((at) => flow.hops[at]?.link ?? []))];
}
