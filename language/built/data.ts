import type { Catalogue, Definition, NamedCondition } from '../model/catalogue.js';
import type { Condition } from '../model/condition.js';
import type { SourceRange } from '../source/range.js';

/** The definitions of a catalogue as data that can be written to a file and read back. */
export interface CatalogueData {
  /** Of each table its definitions in their order; a condition that names another one holds the name alone. */
  readonly tables: Readonly<Record<keyof Catalogue, readonly Definition[]>>;
  /** Of each table the ranges of the names of its definitions, in the same order: lines and columns, then offsets, without the file. */
  readonly ranges: Readonly<Record<keyof Catalogue, readonly RangeNumbers[]>>;
}

/** `[startLine, startColumn, endLine, endColumn, startOffset, endOffset]` */
export type RangeNumbers = readonly [number, number, number, number, number, number];

export function rangeNumbers(range: SourceRange): RangeNumbers {
  return [range.startLine, range.startColumn, range.endLine, range.endColumn, range.startOffset, range.endOffset];
}

export function rangeFrom(uri: string, [startLine, startColumn, endLine, endColumn, startOffset, endOffset]: RangeNumbers): SourceRange {
  return { uri, startLine, startColumn, endLine, endColumn, startOffset, endOffset };
}

type NamedReference = NamedCondition['reference'];

export function catalogueData(catalogue: Catalogue, rangeOf: (definition: Definition) => SourceRange): CatalogueData {
  const names = Object.keys(catalogue) as (keyof Catalogue)[];
  const definitions = (name: keyof Catalogue) => [...(catalogue[name] as ReadonlyMap<string, Definition>).values()];
  const shortened = (name: keyof Catalogue) => definitions(name).map((one) => withoutNamed(one, name === 'conditions'));
  return {
    tables: Object.fromEntries(names.map((name) => [name, shortened(name)])) as unknown as CatalogueData['tables'],
    ranges: Object.fromEntries(
      names.map((name) => [name, definitions(name).map((one) => rangeNumbers(rangeOf(one)))]),
    ) as unknown as CatalogueData['ranges'],
  };
}

/** What a name of a condition stands for is written once, where it is defined. */
function withoutNamed(definition: Definition, isCondition: boolean): Definition {
  const text = JSON.stringify(definition, function (this: unknown, key, value: unknown) {
    const isOwn = isCondition && key === 'reference' && this === definition;
    return isNamed(value) && !isOwn ? { kind: 'named', name: value.name } : value;
  });
  return JSON.parse(text) as Definition;
}

function isNamed(value: unknown): value is NamedReference {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'named';
}

export interface ReadCatalogue {
  readonly catalogue: Catalogue;
  /** Of the name of a definition. */
  readonly ranges: ReadonlyMap<object, SourceRange>;
}

/** The catalogue again: every use of a condition's name is the same object, as where the files are read. Changes the data. */
export function catalogueFrom({ tables, ranges }: CatalogueData): ReadCatalogue {
  const references = new Map<string, NamedReference>();
  for (const one of tables.conditions as readonly NamedCondition[]) references.set(one.name, one.reference);
  const names = Object.keys(tables) as (keyof Catalogue)[];
  for (const name of names) for (const definition of tables[name]) putNamed(definition, references, name === 'conditions');
  const rangesOf = new Map<object, SourceRange>();
  for (const name of names) {
    for (const [index, definition] of tables[name].entries()) rangesOf.set(definition, rangeFrom(definition.file, ranges[name][index]!));
  }
  const catalogue = Object.fromEntries(names.map((name) => [name, new Map(tables[name].map((one) => [one.name, one]))]));
  return { catalogue: catalogue as unknown as Catalogue, ranges: rangesOf };
}

/** Puts the conditions in the place of their names, at any depth. */
function putNamed(value: object, references: ReadonlyMap<string, NamedReference>, isCondition: boolean): void {
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    const part = holder[key];
    if (typeof part !== 'object' || part === null) continue;
    const isOwn = isCondition && key === 'reference';
    if (!isOwn && isNamed(part)) holder[key] = references.get(part.name) ?? holdsOfNothing(part.name);
    else putNamed(part, references, false);
  }
}

function holdsOfNothing(name: string): Condition {
  return { kind: 'named', name, title: undefined, condition: { kind: 'is', name } };
}
