import type { ShownTable, TableMark } from '../../server/protocol/tables.js';
import { markAt } from './filtered.js';

/** What a cell shows, and what it is called where nobody sees its row and column. */
export interface CellFace {
  readonly text: string;
  readonly label: string;
  readonly classes: readonly string[];
}

export function cellFace(table: ShownTable, row: number, column: number): CellFace {
  const { label, shows } = table.columns[column]!;
  const named = `${table.rows[row]!.label}, ${label}`;
  if (shows === 'text') {
    const text = table.rows[row]!.texts[column - (table.columns.length - table.rows[row]!.texts.length)] ?? '';
    return { text, label: text === '' ? `nothing: ${named}` : `${text}: ${named}`, classes: ['is-text'] };
  }
  const mark = markAt(table, row, column);
  if (mark === undefined) return { text: '', label: `not asked: ${named}`, classes: [] };
  const text = shows === 'words' ? `${mark.sign} ${mark.words}` : mark.sign;
  return { text, label: `${mark.words}: ${named}`, classes: [...classesOf(mark), ...(shows === 'words' ? ['is-words'] : [])] };
}

function classesOf({ state, severity }: TableMark): string[] {
  return [`state-${state.replaceAll(' ', '-')}`, ...(severity === undefined ? [] : [`severity-${severity}`])];
}
