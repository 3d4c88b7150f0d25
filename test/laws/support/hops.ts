import { linksByEnd, readHops } from '../../../language/semantics/hops.js';
import type { Architecture } from '../../../language/model/index.js';

/** The design with the hops of its flows read again: after a link or a path is another one. */
export function rehopped(design: Architecture): Architecture {
  const byEnd = linksByEnd(design.links.values());
  const flows = new Map([...design.flows].map(([name, flow]) => [name, { ...flow, hops: readHops(flow.stops, flow.via, byEnd) }]));
  return { ...design, flows };
}
