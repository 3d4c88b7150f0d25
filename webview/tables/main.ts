import type { ShownTable } from '../../server/protocol/tables.js';
import {
  isTableState,
  isToTable,
  type CellPlace,
  type FromTable,
  type TableFilter,
  type TableState,
  type ToTable,
} from '../messages/tables.js';
import { byId, TableBar } from './bar.js';
import { filtered, noFilter } from './filtered.js';
import { Grid, type GridPlace } from './grid.js';
import { placeByKey } from './keys.js';

/** What VS Code gives the page, once: it stays in this file. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromTable): void;
  getState(): unknown;
  setState(state: TableState): void;
};

/** Whoever passes by asks nothing. */
const patience = 150;

const api = acquireVsCodeApi();
const sheet = byId('grid', HTMLElement);
const words = byId('words', HTMLElement);
const why = byId('why', HTMLElement);
let shown: ShownTable | undefined;
let filter: TableFilter = noFilter;
/** The cell that is told, or asked about; an answer about another one comes too late. */
let asked: CellPlace | undefined;
let asking: ReturnType<typeof setTimeout> | undefined;

const grid = new Grid(sheet, keep);
const bar = new TableBar(
  (chosen) => {
    filter = chosen;
    fill();
  },
  () => {
    api.postMessage({ type: 'export' });
  },
);

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isToTable(data)) take(data);
});
sheet.addEventListener('click', ({ target }) => {
  choose(grid.placeOf(target));
});
sheet.addEventListener('dblclick', ({ target }) => {
  go(grid.placeOf(target));
});
sheet.addEventListener('focus', () => {
  if (grid.active === undefined) choose(grid.stepped(0, 0));
});
sheet.addEventListener('keydown', (event) => {
  const place = placeByKey(event, grid);
  if (place === undefined && event.key !== 'Enter') return;
  event.preventDefault();
  if (place === undefined) go(grid.active);
  else choose(place);
});
api.postMessage({ type: 'ready' });

function take(message: ToTable): void {
  switch (message.type) {
    case 'words':
      shown = undefined;
      grid.clear();
      why.replaceChildren();
      words.textContent = message.words;
      return;
    case 'table':
      show(message.table);
      return;
    case 'told':
      if (message.row === asked?.row && message.column === asked.column) tell(message);
  }
}

function show(table: ShownTable): void {
  const before = shown;
  const kept = api.getState();
  words.textContent = '';
  shown = table;
  const last = before === undefined && isTableState(kept) ? kept : undefined;
  // Whoever looks for something looks for it in the next design, too.
  if (last !== undefined) filter = last.filter;
  const returned = last?.uri === table.uri ? last : undefined;
  const active = returned?.active ?? (before?.uri === table.uri ? activeIds(before) : undefined);
  bar.show(table, filter);
  fill();
  if (returned !== undefined) sheet.scrollTo({ left: returned.left, top: returned.top, behavior: 'instant' });
  else if (before?.uri !== table.uri) sheet.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  // What an edit moved is still the same row and column.
  const place = active === undefined ? undefined : placeOf(active, table);
  grid.active = place;
  grid.show(table, filtered(table, filter));
  if (place === undefined) why.replaceChildren();
  else ask(place);
  keep();
}

function fill(): void {
  if (shown === undefined) return;
  const left = filtered(shown, filter);
  grid.show(shown, left);
  bar.tell(shown, left);
  keep();
}

function choose(place: GridPlace | undefined): void {
  if (place === undefined) return;
  grid.activate(place);
  ask(place);
  keep();
}

function ask(place: GridPlace): void {
  const cell = cellOf(place);
  if (cell === undefined) return;
  asked = cell;
  clearTimeout(asking);
  asking = setTimeout(() => {
    api.postMessage({ type: 'why', ...cell });
  }, patience);
}

function go(place: GridPlace | undefined): void {
  const cell = place && cellOf(place);
  if (cell !== undefined) api.postMessage({ type: 'go', ...cell, link: 0 });
}

function tell({ title, words: told, links, row: of, column }: Extract<ToTable, { type: 'told' }>): void {
  const head = document.createElement('h2');
  head.textContent = title;
  const paragraphs = told.map((text) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  });
  const buttons = links.map((label, link) => {
    const button = document.createElement('button');
    button.textContent = label;
    button.addEventListener('click', () => {
      api.postMessage({ type: 'go', row: of, column, link });
    });
    return button;
  });
  const row = document.createElement('div');
  row.className = 'links';
  row.append(...buttons);
  why.replaceChildren(head, ...paragraphs, row);
}

function cellOf({ row, column }: GridPlace): CellPlace | undefined {
  const id = shown?.rows[row]?.id;
  if (id === undefined) return undefined;
  return column === 'head' ? { row: id } : { row: id, column: shown?.columns[column]?.id };
}

function activeIds(table: ShownTable): TableState['active'] | undefined {
  if (grid.active === undefined) return undefined;
  const { row, column } = grid.active;
  return { row: table.rows[row]?.id ?? '', column: column === 'head' ? '' : (table.columns[column]?.id ?? '') };
}

function placeOf({ row, column }: TableState['active'], { rows, columns }: ShownTable): GridPlace | undefined {
  const at = rows.findIndex(({ id }) => id === row);
  if (at < 0) return undefined;
  const across = columns.findIndex(({ id }) => id === column);
  return { row: at, column: across < 0 ? 'head' : across };
}

function keep(): void {
  if (shown === undefined) return;
  const active = activeIds(shown) ?? { row: '', column: '' };
  api.setState({ uri: shown.uri, filter, active, left: sheet.scrollLeft, top: sheet.scrollTop });
}
