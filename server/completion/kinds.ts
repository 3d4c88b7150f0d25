import * as ast from '../../language/generated/ast.js';
import { lineage } from '../../language/semantics/kinds.js';
import { kindTable, sortOfKind, ties, tornControls } from '../../language/semantics/index.js';
import type { Catalogue, Kind, Setting } from '../../language/model/index.js';
import { definitionOffer, ranked, type CompletionOffer } from './offer.js';
import { elementOf, subjectOf, type Situation } from './situation.js';

const types = { component: 'ComponentKind', zone: 'ZoneKind', data: 'DataClass', service: 'Service' } as const;

/** After `is` of an element or a definition: kinds of its sort, what only others build on last. */
export function kindsHere(situation: Situation): CompletionOffer[] {
  const { catalogue, owner, sort, listed } = situation;
  if (ast.isMechanism(owner)) return parentMechanisms(situation, owner.name);
  const table = kindTable(sort ?? '', catalogue);
  const covered = lineage([...listed], table);
  const own = ast.isDefinition(owner) ? owner.name : undefined;
  const settings = (own === undefined ? elementOf(situation) : table.get(own))?.settings ?? [];
  const possible = [...table.values()].filter(
    (kind) =>
      !covered.has(kind.name) &&
      !(own !== undefined && lineage([kind.name], table).has(own)) &&
      !clashes([...listed, kind.name], settings, table),
  );
  return inOrder(possible, table).map((kind) => definitionOffer(types[kind.sort], kind));
}

/** Whether kinds beside each other say different things of an attribute that the element leaves to them. */
function clashes(kinds: readonly string[], settings: readonly Setting[], table: ReadonlyMap<string, Kind>): boolean {
  return kinds.length > 1 && ties({ settings }, kinds, table).size > 0;
}

/** What is most exact first, and of those what the workspace defines. */
function inOrder(kinds: Iterable<Kind>, table: ReadonlyMap<string, Kind>): Kind[] {
  const abstract = abstractOf(table);
  return ranked(kinds, ({ name, parents, builtIn }) => [abstract.has(name) ? 2 : parents.length === 0 ? 1 : 0, builtIn ? 1 : 0]);
}

/** Kinds on which several others of the same origin build. */
function abstractOf(table: ReadonlyMap<string, Kind>): Set<string> {
  const children = new Map<string, number>();
  for (const kind of table.values()) {
    for (const parent of kind.parents) {
      if (table.get(parent)?.builtIn === kind.builtIn) children.set(parent, (children.get(parent) ?? 0) + 1);
    }
  }
  return new Set([...children].filter(([, count]) => count > 1).map(([name]) => name));
}

function parentMechanisms({ catalogue, listed }: Situation, own: string | undefined): CompletionOffer[] {
  const written = own === undefined ? undefined : catalogue.mechanisms.get(own);
  const says = { provides: written?.provides ?? [], weaknesses: written?.weaknesses ?? [] };
  return [...catalogue.mechanisms.values()]
    .filter(({ name }) => !listed.has(name) && !(own !== undefined && lineage([name], catalogue.mechanisms).has(own)))
    .filter(({ name }) => listed.size === 0 || tornControls({ ...says, parents: [...listed, name] }, catalogue.mechanisms).length === 0)
    .map((one) => definitionOffer('Mechanism', one));
}

const sorts: Readonly<Record<string, readonly string[]>> = {
  component: ['ComponentKind'],
  zone: ['ZoneKind'],
  data: ['DataClass'],
  flow: ['Service'],
  link: [],
  design: [],
  protocol: [],
};

/** After `is` in a condition: kinds of what the condition is about. */
export function kindsOfSubject(situation: Situation): CompletionOffer[] {
  const subject = subjectOf(situation);
  return (sorts[subject ?? ''] ?? Object.values(types)).flatMap((type) => allKinds(type, situation.catalogue));
}

/** In conditions: all kinds of one sort, with those that others build on: rules mostly speak of them. */
export function allKinds(type: string, catalogue: Catalogue): CompletionOffer[] {
  const sort = (Object.keys(types) as (keyof typeof types)[]).find((one) => types[one] === type);
  const table = kindTable(sort === undefined ? '' : sortOfKind(sort), catalogue);
  const abstract = abstractOf(table);
  return ranked(table.values(), ({ name }) => [abstract.has(name) ? 0 : 1]).map((kind) => definitionOffer(type, kind));
}

/** A kind that stands in a form until somebody chooses: the first that kinds are offered with. */
export function exampleOf(table: ReadonlyMap<string, Kind>): string | undefined {
  return inOrder(table.values(), table)[0]?.name;
}
