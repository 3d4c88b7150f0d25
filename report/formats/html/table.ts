import { html, joined, type Markup } from './markup.js';

/** A table of which a page holds so many rows at the most. */
export interface LongTable<R> {
  /** What it shows, in a sentence or two. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly R[];
  readonly rowOf: (row: R) => Markup;
  readonly most: number;
  /** What a row is, in the plural: `decisions`. */
  readonly what: string;
}

export interface TableColumn {
  readonly title: string;
  readonly class?: string;
}

/** The table, and how many rows were left out where there are more. */
export function longTable<R>({ caption, columns, rows, rowOf, most, what }: LongTable<R>): Markup {
  const left = rows.length - most;
  return html`<table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${joined(columns.map(headOf), '\n')}
        </tr>
      </thead>
      <tbody>
        ${rows.slice(0, most).map(rowOf)}
      </tbody>
    </table>
    ${left > 0 ? html`<p><strong>${left} further ${what} are left out here.</strong></p>` : undefined}`;
}

function headOf({ title, class: named }: TableColumn): Markup {
  return named === undefined ? html`<th scope="col">${title}</th>` : html`<th scope="col" class="${named}">${title}</th>`;
}
