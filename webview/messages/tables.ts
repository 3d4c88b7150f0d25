import type { ShownTable, ToldCell } from '../../server/protocol/tables.js';
import { areTexts, fieldsOf, isOptionalText, isText } from './fields.js';

/** What is left of a table: rows and columns that hold all words, and those with a mark of this state; empty texts leave all. */
export interface TableFilter {
  readonly rows: string;
  readonly columns: string;
  readonly state: string;
}

/** A cell; without a column, the head of its row. */
export interface CellPlace {
  readonly row: string;
  readonly column?: string | undefined;
}

/** What the page of a table tells the extension. */
export type FromTable =
  | { readonly type: 'ready' }
  /** Why the cell shows what it shows. */
  | ({ readonly type: 'why' } & CellPlace)
  /** Go where one of the links of the cell leads. */
  | ({ readonly type: 'go'; readonly link: number } & CellPlace)
  | { readonly type: 'export' };

/** What the extension tells the page of a table. */
export type ToTable =
  | { readonly type: 'table'; readonly table: ShownTable }
  | ({ readonly type: 'told'; readonly title: string; readonly words: readonly string[]; readonly links: readonly string[] } & CellPlace)
  /** Words instead of a table. */
  | { readonly type: 'words'; readonly words: string };

/** What is kept of a page while it is not shown, and by the extension after a restart. */
export interface TableState {
  readonly uri: string;
  readonly filter: TableFilter;
  readonly active: { readonly row: string; readonly column: string };
  readonly left: number;
  readonly top: number;
}

export function isFromTable(value: unknown): value is FromTable {
  const { type, row, column, link } = fieldsOf(value);
  switch (type) {
    case 'ready':
    case 'export':
      return true;
    case 'why':
      return isText(row) && isOptionalText(column);
    case 'go':
      return isText(row) && isOptionalText(column) && Number.isInteger(link);
    default:
      return false;
  }
}

export function isToTable(value: unknown): value is ToTable {
  const { type, table, row, column, title, words, links } = fieldsOf(value);
  switch (type) {
    case 'table':
      return isTable(table);
    case 'told':
      return isText(row) && isOptionalText(column) && isText(title) && areTexts(words) && areTexts(links);
    case 'words':
      return isText(words);
    default:
      return false;
  }
}

export function isTableState(value: unknown): value is TableState {
  const { uri, filter, active, left, top } = fieldsOf(value);
  const { rows, columns, state } = fieldsOf(filter);
  const { row, column } = fieldsOf(active);
  return [uri, rows, columns, state, row, column].every(isText) && [left, top].every(Number.isFinite);
}

/** Whether it is whole, and each row as long as the heads say. */
function isTable(value: unknown): value is ShownTable {
  const { uri, files, title, head, note, marks, columns, rows } = fieldsOf(value);
  if (![uri, title, head, note].every(isText) || !areTexts(files)) return false;
  if (![marks, columns, rows].every(Array.isArray)) return false;
  const heads = (columns as readonly unknown[]).map(fieldsOf);
  const textColumns = heads.filter(({ shows }) => shows === 'text').length;
  const marksFirst = heads.slice(0, heads.length - textColumns).every(({ shows }) => shows !== 'text');
  return (
    marksFirst &&
    (marks as readonly unknown[]).every(isMark) &&
    heads.every(({ id, label, detail, group, shows }) => [id, label, detail, group].every(isText) && shapes.has(shows)) &&
    (rows as readonly unknown[]).map(fieldsOf).every(({ id, label, detail, group, marks: shown, texts }) => {
      const isWhole = [id, label, detail, group].every(isText) && areTexts(texts) && texts.length === textColumns;
      return isWhole && isText(shown) && shown.length === heads.length - textColumns;
    })
  );
}

const shapes: ReadonlySet<unknown> = new Set(['mark', 'words', 'text']);

function isMark(value: unknown): boolean {
  const { sign, words, state, severity, isFinding } = fieldsOf(value);
  return [sign, words, state].every(isText) && isOptionalText(severity) && typeof isFinding === 'boolean';
}

/** What a page is told of a cell: places stay with the extension. */
export function toldMessage(place: CellPlace, { title, words, links }: ToldCell): ToTable {
  return { type: 'told', ...place, title, words, links: links.map(({ label }) => label) };
}
