import type { Architecture } from '../model/index.js';

/** A name like the given one that nothing in any of the designs has. */
export function freeName(name: string, designs: readonly Architecture[], more: ReadonlySet<string> = new Set()): string {
  const isTaken = (one: string) =>
    more.has(one) ||
    designs.some(
      ({ design, zones, components, data, links, flows }) =>
        one === design.name || [zones, components, data, links, flows].some((table) => table.has(one)),
    );
  let free = name;
  for (let count = 2; isTaken(free); count++) free = `${name}-${count}`;
  return free;
}
