import type { Definition, Zone } from '../model/index.js';
import { longestChain, partsIn } from '../semantics/index.js';
import type { Context, Mistake } from './mistake.js';

type Named = Zone | Definition;

/** Chains of definitions and zones that are longer than they are followed: one of each sort is told of in a file. */
export function* chains({ catalogue, designs, uri, sources }: Context): Iterable<Mistake> {
  const { componentKinds, zoneKinds, dataClasses, services, mechanisms, requirements } = catalogue;
  for (const table of [componentKinds, zoneKinds, dataClasses, services, mechanisms]) {
    yield* inTable<Named & { readonly parents: readonly string[] }>(table, ({ parents }) => parents, 'is');
  }
  yield* inTable(requirements, ({ refines, bundles }) => [...refines, ...bundles], 'refines');
  for (const { zones } of designs) yield* inTable(zones, ({ zone }) => (zone === undefined ? [] : [zone]), 'in');

  function* inTable<T extends Named>(
    table: ReadonlyMap<string, T>,
    next: (one: T) => readonly string[],
    word: 'is' | 'refines' | 'in',
  ): Iterable<Mistake> {
    const first = partsIn(table, uri).find(({ name }) => isLong(name, (one) => (table.has(one) ? next(table.get(one)!) : [])));
    if (first === undefined) return;
    yield {
      code: 'long-chain',
      severity: 'error',
      what: ['followed', first.name, word, longestChain],
      range: sources.rangeOf(first),
      repairs: [],
    };
  }
}

/** Whether something lies further away than chains are followed, by the shortest way. */
function isLong(name: string, next: (name: string) => readonly string[]): boolean {
  const found = new Set([name]);
  let level: readonly string[] = [name];
  for (let distance = 0; level.length > 0; distance++) {
    if (distance > longestChain) return true;
    const further = level.flatMap(next).filter((one) => !found.has(one));
    for (const one of further) found.add(one);
    level = [...new Set(further)];
  }
  return false;
}
