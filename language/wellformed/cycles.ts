import type { ProblemCode } from './codes.js';
import type { Context, Mistake } from './mistake.js';
import { nodeNamedAt } from './nodes.js';
import type { Definition, Zone } from '../model/index.js';
import { partsIn } from '../semantics/index.js';
import { ringsFrom } from './rings.js';
import { leaveOut } from './leave-out.js';

type Node = Zone | Definition;

/** Of a longer ring one member in each file is told, not each with the whole ring. */
const longestRing = 20;

/** Definitions and zones that lead back to themselves. */
export function* cycles(context: Context): Iterable<Mistake> {
  const { catalogue, designs } = context;
  const { componentKinds, zoneKinds, dataClasses, services, mechanisms } = catalogue;
  const kinds: readonly ReadonlyMap<string, Node & { readonly parents: readonly string[] }>[] = [
    componentKinds,
    zoneKinds,
    dataClasses,
    services,
    mechanisms,
  ];
  for (const table of kinds) {
    yield* inTable(table, (kind) => kind.parents, context, 'kind-cycle', 'is', 'parents');
  }
  yield* inTable(catalogue.controls, (one) => one.implies, context, 'implies-cycle', 'implies', 'implies');
  yield* inTable(catalogue.requirements, (one) => one.refines, context, 'refines-cycle', 'refines', 'refines');
  yield* inTable(catalogue.profiles, (one) => one.extends, context, 'profile-cycle', 'extends', 'extends');
  yield* inTable(catalogue.conditions, (one) => one.uses, context, 'condition-cycle', 'counts as', undefined);
  for (const { zones } of designs) {
    const inside = (zone: { readonly zone: string | undefined }) => (zone.zone === undefined ? [] : [zone.zone]);
    yield* inTable(zones, inside, context, 'zone-cycle', 'in', 'zones');
  }
}

type CycleCode = Exclude<Extract<ProblemCode, `${string}-cycle`>, 'import-cycle'>;

function* inTable<T extends Node>(
  table: ReadonlyMap<string, T>,
  next: (node: T) => readonly string[],
  { uri, model, document, sources }: Context,
  code: CycleCode,
  word: string,
  property: string | undefined,
): Iterable<Mistake> {
  const nodes = partsIn(table, uri);
  const names = nodes.map(({ name }) => name);
  const rings = ringsFrom(names, (name) => (table.has(name) ? next(table.get(name)!) : []));
  const ringOf = new Map(rings.flatMap((ring) => ring.map((name) => [name, ring] as const)));
  const told = new Set<readonly string[]>();
  for (const node of nodes) {
    const ring = ringOf.get(node.name);
    if (ring === undefined || (ring.length > longestRing && told.has(ring))) continue;
    told.add(ring);
    const path = pathBack(table, node.name, next);
    if (path === undefined) continue;
    const range = sources.rangeOf(node);
    const written = nodeNamedAt(document, model, node.name, range.startOffset);
    const repairs =
      written === undefined || property === undefined ? [] : leaveOut(document, written, property, path[1]!, ['takeAway', word, path[1]!]);
    yield { code, severity: 'error', what: ['around', path], range, repairs };
  }
}

/** The shortest way from a name back to itself. */
function pathBack<T>(table: ReadonlyMap<string, T>, start: string, next: (node: T) => readonly string[]): string[] | undefined {
  const before = new Map<string, string>();
  const open = [start];
  // The list grows while it is walked; taking from its front would move all of it each time.
  for (const name of open) {
    const node = table.get(name);
    for (const target of node === undefined ? [] : next(node)) {
      if (target === start) {
        const path = [start, name];
        for (let at = name; at !== start; path.push(at)) at = before.get(at)!;
        return name === start ? [start, start] : path.reverse();
      }
      if (before.has(target)) continue;
      before.set(target, name);
      open.push(target);
    }
  }
  return undefined;
}
