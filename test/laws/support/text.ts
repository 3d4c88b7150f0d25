import type { Architecture, Catalogue, Definition } from '../../../language/model/index.js';
import { asText } from '../../review/generate/text.js';

/** A design as text, with those definitions of its own workspace that it needs. */
export function asDesign(architecture: Architecture): string {
  return asText({ ...architecture, catalogue: neededOf(architecture) });
}

/** The definitions that are not built in and that the design names, or that one of them names. */
export function neededOf(architecture: Architecture): Catalogue {
  const { catalogue } = architecture;
  const own = Object.values(catalogue).flatMap((table) =>
    [...(table as ReadonlyMap<string, Definition>).values()].filter(({ builtIn }) => !builtIn),
  );
  const needed = new Set<Definition>();
  const open: string[] = [JSON.stringify([architecture.design, ...elementsOf(architecture)])];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const one of own) {
      if (needed.has(one) || !text.includes(`"${one.name}"`)) continue;
      needed.add(one);
      open.push(JSON.stringify({ ...one, name: undefined }));
    }
  }
  const tables = Object.entries(catalogue).map(([name, table]): [string, ReadonlyMap<string, Definition>] => [
    name,
    new Map([...(table as ReadonlyMap<string, Definition>)].filter(([, one]) => needed.has(one))),
  ]);
  return Object.fromEntries(tables) as unknown as Catalogue;
}

function elementsOf({ zones, components, data, links, flows }: Architecture): unknown[] {
  return [zones, components, data, links, flows].flatMap((table) => [...table.values()]);
}
