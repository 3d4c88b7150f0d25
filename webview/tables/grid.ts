import type { ShownTable } from '../../server/protocol/tables.js';
import { cellFace } from './cells.js';
import type { FilteredTable, TableLine } from './filtered.js';
import { offsetsOf, pieceAt, scrolledTo, spanOf, type Span } from './window.js';

/** A cell by the place of its row and column in the table; `head`: the head of the row. */
export interface GridPlace {
  readonly row: number;
  readonly column: number | 'head';
}

const sizes = {
  line: 26,
  head: { mark: 168, other: 30 },
  mark: 36,
  words: 150,
  text: 300,
  rowHead: { mark: 400, other: 220 },
  letter: 8,
} as const;
/** Lines and columns beside the view that are there already when it moves. */
const around = 3;

/**
 * A table of which only what is seen is in the page: thousands of rows and columns cost as much as one screen of them. `moved` is told of
 * each other place, by scrolling or by hand.
 */
export class Grid {
  private table: ShownTable | undefined;
  private shown: FilteredTable = { lines: [], rows: [], columns: [] };
  private lines: readonly number[] = [0];
  private columns: readonly number[] = [0];
  private painted = '';
  private waiting = false;
  active: GridPlace | undefined;

  constructor(
    private readonly sheet: HTMLElement,
    moved: () => void,
  ) {
    const again = (): void => {
      this.paintSoon();
      moved();
    };
    sheet.addEventListener('scroll', again, { passive: true });
    new ResizeObserver(() => {
      this.measure();
      this.paintSoon();
    }).observe(sheet);
  }

  show(table: ShownTable, shown: FilteredTable): void {
    this.table = table;
    this.shown = shown;
    this.measure();
    this.painted = '';
    this.sheet.setAttribute('aria-rowcount', String(shown.lines.length + 1));
    this.sheet.setAttribute('aria-colcount', String(shown.columns.length + 1));
    this.paint();
  }

  clear(): void {
    this.table = undefined;
    this.sheet.replaceChildren();
  }

  /** Makes a cell the one that keys are about, and brings it into view. */
  activate(place: GridPlace | undefined): void {
    this.active = place;
    this.painted = '';
    if (place !== undefined) this.bringIntoView(place);
    this.paint();
  }

  /** The place so many lines and columns further, as far as there are any. */
  stepped(down: number, right: number): GridPlace | undefined {
    const { rows, columns } = this.shown;
    if (rows.length === 0) return undefined;
    const [line, column] = this.positionOf(this.active);
    const row = rows[clamp(line + down, rows.length - 1)]!;
    const at = clamp(column + right, columns.length);
    return { row, column: at === 0 ? 'head' : columns[at - 1]! };
  }

  /** How many rows fit the view. */
  get page(): number {
    return Math.max(1, Math.floor((this.sheet.clientHeight - this.headSize) / sizes.line) - 1);
  }

  placeOf(target: EventTarget | null): GridPlace | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (cell === null) return undefined;
    const column = cell.dataset['column'] ?? 'head';
    return { row: Number(cell.dataset['row']), column: column === 'head' ? 'head' : Number(column) };
  }

  /** Among the rows that are left; the first where it is none of them. Columns count from the head of the row, which is 0. */
  private positionOf(place: GridPlace | undefined): readonly [number, number] {
    if (place === undefined) return [0, 0];
    const column = place.column === 'head' ? 0 : this.shown.columns.indexOf(place.column) + 1;
    return [Math.max(0, this.shown.rows.indexOf(place.row)), column];
  }

  private bringIntoView({ row, column }: GridPlace): void {
    const { sheet } = this;
    const line = this.shown.lines.findIndex((one) => 'row' in one && one.row === row);
    if (line >= 0) sheet.scrollTop = scrolledTo(this.lines, line, sheet.scrollTop, sheet.clientHeight - this.headSize);
    const at = column === 'head' ? -1 : this.shown.columns.indexOf(column);
    if (at >= 0) sheet.scrollLeft = scrolledTo(this.columns, at, sheet.scrollLeft, sheet.clientWidth - this.rowHead);
  }

  private get headSize(): number {
    return sizes.head[this.hasMarks ? 'mark' : 'other'];
  }

  private get hasMarks(): boolean {
    return this.table?.columns.some(({ shows }) => shows === 'mark') === true;
  }

  /** On a narrow page the heads leave room for what they are about. */
  private get rowHead(): number {
    return Math.min(sizes.rowHead[this.hasMarks ? 'mark' : 'other'], Math.round(this.sheet.clientWidth * 0.45));
  }

  private measure(): void {
    const { table } = this;
    if (table === undefined) return;
    this.lines = offsetsOf(this.shown.lines.map(() => sizes.line));
    const texts = table.columns.filter(({ shows }) => shows === 'text').length;
    const others = this.shown.columns.reduce((sum, at) => sum + (table.columns[at]!.shows === 'words' ? sizes.words : 0), 0);
    const room = Math.floor((this.sheet.clientWidth - this.rowHead - others) / Math.max(1, texts));
    const groups = new Map<string, number>();
    for (const at of this.shown.columns) groups.set(table.columns[at]!.group, (groups.get(table.columns[at]!.group) ?? 0) + 1);
    const widthOf = (at: number): number => {
      const { shows, group } = table.columns[at]!;
      if (shows === 'text') return Math.max(sizes.text, room);
      // Together they are as wide as what they are called.
      return Math.max(sizes[shows], group === '' ? 0 : Math.ceil((group.length * sizes.letter + 14) / groups.get(group)!));
    };
    this.columns = offsetsOf(this.shown.columns.map(widthOf));
  }

  private paintSoon(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.paint();
    });
  }

  private paint(): void {
    const { sheet, table } = this;
    if (table === undefined) return;
    const lines = spanOf(this.lines, sheet.scrollTop, sheet.clientHeight - this.headSize, around);
    const columns = spanOf(this.columns, sheet.scrollLeft, sheet.clientWidth - this.rowHead, around);
    const painted = JSON.stringify([lines, columns, sheet.clientWidth]);
    if (painted === this.painted) return;
    this.painted = painted;
    const space = part('space', 'presentation');
    space.style.width = `${this.rowHead + this.columns.at(-1)!}px`;
    space.style.height = `${this.headSize + this.lines.at(-1)!}px`;
    space.append(this.headLine(table, columns));
    for (let at = lines.from; at < lines.to; at++) space.append(this.line(table, this.shown.lines[at]!, at, columns));
    sheet.replaceChildren(space);
    const cell = sheet.querySelector('.is-active');
    if (cell === null) sheet.removeAttribute('aria-activedescendant');
    else {
      cell.id = 'active';
      sheet.setAttribute('aria-activedescendant', 'active');
    }
  }

  private headLine({ head, columns }: ShownTable, span: Span): HTMLElement {
    const line = part('head-line', 'row');
    line.style.height = `${this.headSize}px`;
    line.setAttribute('aria-rowindex', '1');
    const corner = part('row-head', 'columnheader', head);
    corner.style.width = `${this.rowHead}px`;
    corner.setAttribute('aria-colindex', '1');
    line.append(corner);
    const first = pieceAt(this.columns, this.sheet.scrollLeft);
    for (let at = span.from; at < span.to; at++) {
      const index = this.shown.columns[at]!;
      const { label, detail, shows, group } = columns[index]!;
      const cell = this.placed(part(`cell head is-${shows}`, 'columnheader'), at);
      // Over the first column that is seen of those that belong together.
      if (group !== '' && (at === first || columns[this.shown.columns[at - 1] ?? -1]?.group !== group)) cell.append(groupHead(group));
      const words = document.createElement('span');
      words.textContent = label;
      cell.append(words);
      cell.title = detail === '' ? label : `${label}: ${detail}`;
      if (this.active?.column === index) cell.classList.add('is-marked');
      line.append(cell);
    }
    return line;
  }

  private line(table: ShownTable, line: TableLine, at: number, span: Span): HTMLElement {
    const isGroup = 'group' in line;
    const shown = part(isGroup ? 'line group' : 'line', 'row');
    shown.style.top = `${this.headSize + this.lines[at]!}px`;
    shown.setAttribute('aria-rowindex', String(at + 2));
    const head = part('row-head', 'rowheader');
    head.style.width = isGroup ? `${this.sheet.clientWidth}px` : `${this.rowHead}px`;
    head.setAttribute('aria-colindex', '1');
    shown.append(head);
    if (isGroup) {
      head.setAttribute('aria-colspan', String(this.shown.columns.length + 1));
      head.textContent = line.group;
      return shown;
    }
    const { row } = line;
    const { label, detail } = table.rows[row]!;
    const name = document.createElement('span');
    name.textContent = label;
    head.append(name);
    if (detail !== '') {
      const small = document.createElement('small');
      small.textContent = detail;
      head.append(small);
    }
    head.dataset['row'] = String(row);
    head.title = detail === '' ? label : `${label} (${detail})`;
    if (this.active?.row === row) head.classList.add(this.active.column === 'head' ? 'is-active' : 'is-marked');
    for (let column = span.from; column < span.to; column++) shown.append(this.cell(table, row, column));
    return shown;
  }

  private cell(table: ShownTable, row: number, at: number): HTMLElement {
    const column = this.shown.columns[at]!;
    const { text, label, classes } = cellFace(table, row, column);
    const cell = this.placed(part(['cell', ...classes].join(' '), 'gridcell', text), at);
    cell.setAttribute('aria-label', label);
    cell.dataset['row'] = String(row);
    cell.dataset['column'] = String(column);
    if (this.active?.row === row && this.active.column === column) cell.classList.add('is-active');
    return cell;
  }

  private placed(cell: HTMLElement, at: number): HTMLElement {
    cell.style.left = `${this.rowHead + this.columns[at]!}px`;
    cell.style.width = `${this.columns[at + 1]! - this.columns[at]!}px`;
    cell.setAttribute('aria-colindex', String(at + 2));
    return cell;
  }
}

function groupHead(group: string): HTMLElement {
  const words = document.createElement('b');
  words.textContent = group;
  return words;
}

function part(classes: string, role: string, text = ''): HTMLElement {
  const made = document.createElement('div');
  made.className = classes;
  made.setAttribute('role', role);
  if (text !== '') made.textContent = text;
  return made;
}

function clamp(at: number, last: number): number {
  return Math.max(0, Math.min(last, at));
}
