import { jsonText } from './formats/json-text.js';
import { alike, conditionWords, operandWords } from '../language/semantics/index.js';
import {
  severities,
  type Attribute,
  type Catalogue,
  type Definition,
  type Kind,
  type Requirement,
  type Value,
} from '../language/model/index.js';
import { requirementsOf } from '../review/index.js';
import { atMost, oneLine } from './clean.js';
import { definitionSorts } from './definitions.js';
import { controlsIn } from './page-parts.js';

/** What can be listed, in the order that users see. */
export const listingNames = [
  'requirements',
  'controls',
  'mechanisms',
  'standards',
  'profiles',
  'kinds',
  'components',
  'zones',
  'data',
  'attributes',
  'conditions',
  'services',
  'threats',
  'attacks',
  'steps',
  'harms',
] as const;
export type ListingName = (typeof listingNames)[number];

/** What `define` calls it, too: `meterlint list requirement`. */
export function listingNamed(word: string): ListingName | undefined {
  const plural = definitionSorts.find((sort) => sort.word === word)?.plural;
  return listingNames.find((name) => name === word || name === plural);
}

/** Every word that asks for a list: what is listed, then the words of `define` that differ from it. */
export const listingWords: readonly string[] = [
  ...listingNames,
  ...definitionSorts.map(({ word }) => word).filter((word) => !listingNames.some((name) => name === word)),
];

/** A cell is a word, or a list of words. */
type Cell = string | readonly string[];

/** Rows by column; each has a name and a title, and whether it is shipped with the product. */
export interface Listing {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, Cell | boolean>>[];
}

/** Which definitions are listed: of requirements those of a profile only, and what a word is found in. */
export interface Chosen {
  readonly profile?: string | undefined;
  readonly find?: string | undefined;
}

/** All definitions of one sort, by name, or those that are chosen. */
export function listingOf(what: ListingName, catalogue: Catalogue, { profile, find }: Chosen = {}): Listing {
  const { columns, rows } = allOf(what, catalogue, profile);
  if (find === undefined) return { columns, rows };
  const wanted = alike(find);
  const isFound = (row: Listing['rows'][number]) =>
    [row['name'], row['title'], row['also']].flat().some((cell) => typeof cell === 'string' && alike(cell).includes(wanted));
  return { columns, rows: rows.filter(isFound) };
}

function allOf(what: ListingName, catalogue: Catalogue, profile: string | undefined): Listing {
  switch (what) {
    case 'requirements':
      return listing(profile === undefined ? catalogue.requirements.values() : requirementsOf([profile], catalogue), {
        severity: severitiesOf,
        'applies to': ({ rules }) => distinct(rules.map(({ sort }) => sort)),
        category: ({ category }) => category ?? '',
      });
    case 'controls':
      return listing(catalogue.controls.values(), {
        elementKinds: ({ sorts }) => sorts,
        implies: ({ implies }) => implies,
        asks: ({ asks }) => asks ?? '',
      });
    case 'mechanisms':
      return listing(catalogue.mechanisms.values(), {
        elementKinds: ({ sorts }) => sorts,
        is: ({ parents }) => parents,
        provides: ({ provides }) => provides,
        'weak for': ({ weaknesses }) => distinct(weaknesses.flatMap(({ controls }) => controls)),
      });
    case 'standards':
      return listing(catalogue.standards.values(), {
        publisher: ({ publisher }) => publisher ?? '',
        edition: ({ edition }) => edition ?? '',
        address: ({ url }) => url ?? '',
      });
    case 'profiles':
      return listing(catalogue.profiles.values(), {
        extends: (one) => one.extends,
        requirements: ({ name }) => String(requirementsOf([name], catalogue).length),
      });
    case 'kinds':
      return listing(
        [catalogue.componentKinds, catalogue.zoneKinds, catalogue.dataClasses].flatMap((table) => [...table.values()]),
        { of: ({ sort }) => sort, is: ({ parents }) => parents },
      );
    case 'components':
      return kindsOf(catalogue.componentKinds);
    case 'zones':
      return kindsOf(catalogue.zoneKinds);
    case 'data':
      return kindsOf(catalogue.dataClasses);
    case 'services':
      return kindsOf(catalogue.services);
    case 'attributes':
      return listing(catalogue.attributes.values(), {
        elementKinds: ({ sorts }) => sorts,
        takes: typeWords,
        default: (one) => valueWords(one.default),
        asks: ({ asks }) => asks ?? '',
      });
    case 'conditions':
      return listing(catalogue.conditions.values(), {
        elementKinds: ({ sorts }) => sorts,
        where: ({ reference }) => conditionWords(reference.condition),
      });
    case 'threats':
      return listing(catalogue.threats.values(), { 'leads to': ({ leadsTo }) => leadsTo });
    case 'attacks':
      return listing(catalogue.attacks.values(), { 'leads to': ({ leadsTo }) => leadsTo });
    case 'steps':
      return listing(catalogue.steps.values(), {
        on: ({ sort }) => sort,
        effort: ({ effort }) => effort,
        'stopped by': ({ unless }) => distinct(unless.flatMap(controlsIn)),
        'leads to': ({ leadsTo }) => leadsTo,
      });
    case 'harms':
      return listing(catalogue.harms.values(), {});
  }
}

function kindsOf(table: ReadonlyMap<string, Kind>): Listing {
  return listing(table.values(), { is: ({ parents }) => parents });
}

function listing<T extends Definition>(all: Iterable<T>, columns: Readonly<Record<string, (one: T) => Cell>>): Listing {
  return {
    columns: ['name', ...Object.keys(columns), 'also', 'title'],
    rows: [...all]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((one) => ({
        name: one.name,
        ...Object.fromEntries(Object.entries(columns).map(([column, cell]) => [column, cell(one)])),
        also: one.also,
        title: one.title ?? '',
        builtIn: one.builtIn,
      })),
  };
}

/** From the worst down; several where it depends. */
function severitiesOf({ severity }: Requirement): string[] {
  const all = [...severity.branches.map((branch) => branch.severity), severity.otherwise];
  return severities.filter((one) => all.includes(one));
}

function typeWords({ type }: Attribute): Cell {
  return type.kind === 'words' ? type.words : type.kind;
}

/** A value as it is written, a text without its quotes. */
function valueWords(value: Value | undefined): string {
  if (value === undefined) return '';
  return value.kind === 'text' ? value.text : operandWords(value);
}

function distinct<T>(words: readonly T[]): T[] {
  return [...new Set(words)];
}

/** Longer cells are cut in a table; JSON has all of them. */
const widest = 44;

/** A table with a line each; the title stands last, where its length does no harm. What the workspace defines has a mark. */
export function listingText({ columns, rows }: Listing): string {
  const cells = rows.map((row) =>
    columns.map((column) => {
      const cell = row[column] as Cell;
      const text = oneLine(typeof cell === 'string' ? cell : cell.join(', '));
      if (column === 'name') return row['builtIn'] === false ? `${text} (own)` : text;
      return column === 'title' ? text : atMost(text, widest);
    }),
  );
  const shown = [columns as string[], ...cells];
  const widths = columns.map((_, index) => Math.max(...shown.map((row) => row[index]!.length)));
  return shown
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell.padEnd(widths[index]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** The same for programs, as `docs/cli.md` describes it. */
export function listingJson(what: ListingName, { rows }: Listing): string {
  const camel = (column: string) => column.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
  const items = rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [camel(column), cell])));
  return jsonText({ schema: 'meterlint-list/1', what, items });
}
