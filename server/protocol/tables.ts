import type { PlainRange } from '../protocol.js';

// What client and server say to each other about the matrix and about clauses of standards. Plain shapes, as in `protocol.ts`.

/** `matrix`: requirements by element. `standards`: clauses by document. */
export type TableName = 'matrix' | 'standards';

/** Tells a table of one design. Takes `TableParams`; answers with a `TableAnswer`. */
export const tableRequest = 'meterlint/table';

export interface TableParams {
  readonly table: TableName;
  /** A file: the first design that it is part of is told. */
  readonly uri: string;
}

/** `no design`: the file is part of none, or is gone. */
export type TableAnswer = { readonly kind: 'no design' } | ({ readonly kind: 'table' } & ShownTable);

export interface ShownTable {
  /** The design's own file. */
  readonly uri: string;
  /** All files that the design is made of, its own first. */
  readonly files: readonly string[];
  /** What the design is called. */
  readonly title: string;
  /** What the rows are: `Requirement`. */
  readonly head: string;
  /** What a reader has to know of it; empty where it speaks for itself. */
  readonly note: string;
  /** Everything that a cell may show, the worst first. */
  readonly marks: readonly TableMark[];
  /** Those of texts behind all others. */
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableMark {
  /** One or two characters that no other mark has. */
  readonly sign: string;
  /** The same in words: `missing, critical`. */
  readonly words: string;
  /** The state alone, by which a table is filtered and counted. */
  readonly state: string;
  readonly severity?: string | undefined;
  /** Missing or weak. */
  readonly isFinding: boolean;
}

export interface ShownColumn {
  readonly id: string;
  readonly label: string;
  /** What it is called, where that is not its name. */
  readonly detail: string;
  /** The columns that follow each other and say the same belong together. */
  readonly group: string;
  /** `mark`: a sign. `words`: a sign with its words. `text`: a text. */
  readonly shows: 'mark' | 'words' | 'text';
}

export interface TableRow {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** The rows that follow each other and say the same belong together. */
  readonly group: string;
  /** A character for each column of marks: `A` is the first of the table's marks, a blank is nothing. */
  readonly marks: string;
  /** A text for each column of texts. */
  readonly texts: readonly string[];
}

/** The character of a mark that stands at this place among the table's marks, and for nothing. */
export const firstMark = 'A';
export const noMark = ' ';

/** Tells why a cell shows what it shows. Takes `CellParams`; answers with a `ToldCell`, null where it is gone. */
export const cellRequest = 'meterlint/cell';

export interface CellParams extends TableParams {
  readonly row: string;
  /** Without it, the row is told. */
  readonly column?: string | undefined;
}

export interface ToldCell {
  /** What stands at the crossing: `missing, critical: Every message is protected, on link 'plc'`. */
  readonly title: string;
  /** Why, a paragraph each. */
  readonly words: readonly string[];
  /** Where it leads: the text it is about first. */
  readonly links: readonly CellLink[];
}

export type CellLink =
  | { readonly kind: 'text'; readonly label: string; readonly uri: string; readonly range: PlainRange }
  | { readonly kind: 'page'; readonly label: string; readonly name: string };
