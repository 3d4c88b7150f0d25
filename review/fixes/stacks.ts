import type { Element, Flow, Link, Mechanism } from '../../language/model/index.js';
import type { Facts } from '../facts.js';

/** All that an element uses or runs over. */
export function stackOf(element: Element): readonly string[] {
  const used = element.mechanisms.map((use) => use.mechanism);
  return element.sort === 'link' || element.sort === 'flow' ? [...used, ...element.layers.flatMap((layer) => layer.stack)] : used;
}

/** Whether a mechanism is written as a layer (`over M`) rather than behind a control (`control C by M`). */
export function isLayer(mechanism: Mechanism, element: Element): element is Link | Flow {
  return (element.sort === 'link' || element.sort === 'flow') && isProtocol(mechanism);
}

/** What may stand on links and flows alone, and so is a layer of what runs there; a firewall is not. */
export function isProtocol({ sorts }: Mechanism): boolean {
  return sorts.includes('link') && sorts.every((sort) => sort === 'link' || sort === 'flow');
}

/** The hops that protection of a flow has to cover. */
export function countedHops(flow: Flow, facts: Facts): number[] {
  return flow.hops.flatMap((hop, index) => (facts.isPersonHop(hop) || facts.isTrustedHop(hop) ? [] : [index]));
}
