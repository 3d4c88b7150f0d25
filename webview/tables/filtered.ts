import { firstMark, type ShownTable, type TableMark, type TableRow } from '../../server/protocol/tables.js';
import type { TableFilter } from '../messages/tables.js';

export const noFilter: TableFilter = { rows: '', columns: '', state: '' };

/** Chooses what is missing or weak. */
export const findingsOnly = 'findings';

/** A line of a table: a row, or the name of those that follow. */
export type TableLine = { readonly row: number } | { readonly group: string };

export interface FilteredTable {
  readonly lines: readonly TableLine[];
  /** Rows and columns that are left, by their place in the table. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export function filtered(table: ShownTable, { rows: rowText, columns: columnText, state }: TableFilter): FilteredTable {
  const isShown = new Set(table.marks.flatMap((mark, at) => (holds(mark, state) ? [characterAt(at)] : [])));
  const holdsAll = matcher(rowText);
  const wanted = [...table.rows.keys()].filter((at) => holdsAll(wordsOf(table.rows[at]!)));
  const ofColumn = matcher(columnText);
  const named = [...table.columns.keys()].filter((at) => {
    const { label, detail, shows } = table.columns[at]!;
    return shows !== 'mark' || ofColumn(`${label} ${detail}`);
  });
  // Texts stand behind all marks: a column's place among the columns is its place among the marks.
  const has = (row: number, column: number) => isShown.has(table.rows[row]!.marks[column] ?? '');
  const rows = state === '' ? wanted : wanted.filter((row) => named.some((column) => has(row, column)));
  const columns =
    state === '' ? named : named.filter((column) => table.columns[column]!.shows !== 'mark' || rows.some((row) => has(row, column)));
  const lines: TableLine[] = [];
  let group = '';
  for (const row of rows) {
    const own = table.rows[row]!.group;
    if (own !== group) lines.push({ group: own });
    group = own;
    lines.push({ row });
  }
  return { lines, rows, columns };
}

/** How many cells have each state, in the order of the marks, whatever is filtered. */
export function countStates({ marks, rows }: ShownTable): ReadonlyMap<string, number> {
  const counts = new Map<string, number>(marks.map(({ state }) => [state, 0]));
  const states = new Map(marks.map(({ state }, at) => [characterAt(at), state]));
  for (const { marks: shown } of rows) {
    for (const character of shown) {
      const state = states.get(character);
      if (state !== undefined) counts.set(state, counts.get(state)! + 1);
    }
  }
  return counts;
}

export function markAt({ marks, rows }: ShownTable, row: number, column: number): TableMark | undefined {
  const character = rows[row]?.marks[column];
  return character === undefined ? undefined : marks[character.charCodeAt(0) - firstMark.charCodeAt(0)];
}

function characterAt(mark: number): string {
  return String.fromCharCode(firstMark.charCodeAt(0) + mark);
}

function holds({ state, isFinding }: TableMark, wanted: string): boolean {
  return wanted === '' || state === wanted || (wanted === findingsOnly && isFinding);
}

/** Each word has to be there, in whatever order. */
function matcher(text: string): (words: string) => boolean {
  const sought = text
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one !== '');
  return (words) => {
    const among = words.toLowerCase();
    return sought.every((one) => among.includes(one));
  };
}

function wordsOf({ id, label, detail, group, texts }: TableRow): string {
  return [id, label, detail, group, ...texts].join(' ');
}
