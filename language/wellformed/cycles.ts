import type { Context, Mistake } from './mistake.js';
import type { SourceRange } from '../model/source.js';

interface Node {
  readonly name: string;
  readonly range: SourceRange;
}

/** Definitions and zones that lead back to themselves. */
export function* cycles({ uri, catalogue, designs }: Context): Iterable<Mistake> {
  const { componentKinds, zoneKinds, dataClasses, services, mechanisms } = catalogue;
  const kinds: readonly ReadonlyMap<string, Node & { readonly parents: readonly string[] }>[] = [
    componentKinds,
    zoneKinds,
    dataClasses,
    services,
    mechanisms,
  ];
  for (const table of kinds) {
    yield* inTable(table, (kind) => kind.parents, uri, 'kind-cycle', 'is', "Nothing can be a kind of itself: take one 'is' away.");
  }
  yield* inTable(catalogue.controls, (one) => one.implies, uri, 'implies-cycle', 'implies', "Take one 'implies' away.");
  yield* inTable(catalogue.requirements, (one) => one.refines, uri, 'refines-cycle', 'refines', "Take one 'refines' away.");
  yield* inTable(catalogue.profiles, (one) => one.extends, uri, 'profile-cycle', 'extends', "Take one 'extends' away.");
  for (const { zones } of designs) {
    const inside = (zone: { readonly zone: string | undefined }) => (zone.zone === undefined ? [] : [zone.zone]);
    yield* inTable(zones, inside, uri, 'zone-cycle', 'in', "No zone is inside itself: take one 'in' away.");
  }
}

function* inTable<T extends Node>(
  table: ReadonlyMap<string, T>,
  next: (node: T) => readonly string[],
  uri: string,
  code: string,
  word: string,
  advice: string,
): Iterable<Mistake> {
  for (const node of table.values()) {
    if (node.range.uri !== uri) continue;
    const path = pathBack(table, node.name, next);
    if (path === undefined) continue;
    yield { code, severity: 'error', message: `'${path.join(`' ${word} '`)}'. ${advice}`, range: node.range };
  }
}

/** The shortest way from a name back to itself. */
function pathBack<T>(table: ReadonlyMap<string, T>, start: string, next: (node: T) => readonly string[]): string[] | undefined {
  const before = new Map<string, string>();
  const open = [start];
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
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
