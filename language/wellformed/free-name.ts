import type { Architecture } from '../model/index.js';
import { freeName } from '../writing/index.js';

/** A name like the given one that nothing in any of the designs has. */
export function freeElementName(name: string, designs: readonly Architecture[], more: ReadonlySet<string> = new Set()): string {
  return freeName(name, (one) => more.has(one) || designs.some((design) => isElementName(one, design)));
}

/** Whether something of a design, or the design itself, has a name, be it there today or not. */
function isElementName(name: string, { design, order, phases }: Architecture): boolean {
  return name === design.name || order.includes(name) || phases.some((phase) => phase.name === name);
}
