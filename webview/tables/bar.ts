import type { ShownTable } from '../../server/protocol/tables.js';
import type { TableFilter } from '../messages/tables.js';
import { countStates, findingsOnly, type FilteredTable } from './filtered.js';

/** What is chosen above a table. */
export class TableBar {
  private readonly rows = byId('rows', HTMLInputElement);
  private readonly columns = byId('columns', HTMLInputElement);
  private readonly state = byId('state', HTMLSelectElement);

  constructor(choose: (filter: TableFilter) => void, save: () => void) {
    const chosen = (): void => {
      choose({ rows: this.rows.value, columns: this.columns.value, state: this.state.value });
    };
    for (const one of [this.rows, this.columns]) one.addEventListener('input', chosen);
    this.state.addEventListener('change', chosen);
    byId('export', HTMLElement).addEventListener('click', save);
  }

  show(table: ShownTable, filter: TableFilter): void {
    this.rows.value = filter.rows;
    this.columns.value = filter.columns;
    const counts = countStates(table);
    const findings = table.marks.filter(({ isFinding }) => isFinding).map(({ state }) => state);
    const sum = [...new Set(findings)].reduce((all, state) => all + counts.get(state)!, 0);
    const choices: [string, string][] = [
      ['', 'all'],
      [findingsOnly, `missing or weak (${sum})`],
      ...[...counts].map(([state, count]): [string, string] => [state, `${signOf(table, state)} ${state} (${count})`]),
    ];
    const offered = JSON.stringify(choices);
    // A list that is open stays open while the review goes on.
    if (this.state.dataset['offered'] !== offered) {
      this.state.dataset['offered'] = offered;
      this.state.replaceChildren(...choices.map(([value, label]) => new Option(label, value)));
    }
    this.state.value = filter.state;
    if (this.state.selectedIndex < 0) this.state.selectedIndex = 0;
    byId('of-columns', HTMLElement).hidden = table.columns.every(({ shows }) => shows !== 'mark');
    byId('of-rows', HTMLElement).textContent = `${table.head}s with`;
    byId('note', HTMLElement).textContent = table.note;
    byId('bar', HTMLElement).hidden = false;
  }

  /** How much is left. */
  tell({ rows, columns, head }: ShownTable, left: FilteredTable): void {
    const isGrid = columns.some(({ shows }) => shows === 'mark');
    const told = [of(left.rows.length, rows.length, `${head.toLowerCase()}s`)];
    if (isGrid) told.push(of(left.columns.length, columns.length, 'elements'));
    byId('left', HTMLElement).textContent = told.join(', ');
  }
}

/** Of a state: what shows how much it matters stands before it. */
function signOf({ marks }: ShownTable, state: string): string {
  return marks.find((mark) => mark.state === state)?.sign.at(-1) ?? '';
}

function of(left: number, all: number, what: string): string {
  return left === all ? `${all} ${what}` : `${left} of ${all} ${what}`;
}

export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page holds no ${type.name} '${id}'`);
  return found;
}
