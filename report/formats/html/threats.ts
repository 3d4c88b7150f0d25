import type { Assessment } from '../../../review/index.js';
import type { ThreatCell, ThreatLine, ThreatMatrix } from '../../../summary/threat-matrix.js';
import { matrixWords, cellSign, cellWords, threatCounts, type MatrixSort } from '../../matrix/told.js';
import { capital } from '../../words.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';
import { stateClass } from './words.js';

const mostThreats = 200;
const mostLines = 1_000;

/** Threat by threat how it stands, then the grid of lines by threats. */
export function threatMatrixMarkup(assessment: Assessment, by: MatrixSort): Markup {
  const { line, matrixOf } = matrixWords[by];
  const matrix = matrixOf(assessment);
  const table = longTable({
    caption: `Each threat, and how many ${line}s are concerned at worst.`,
    columns: [{ title: 'Threat' }, { title: `${capital(line)}s`, class: 'narrow' }],
    rows: matrix.threats,
    rowOf: ({ name, title, whole }) =>
      html`<tr>
        <th scope="row">${title ?? name} <code>${name}</code></th>
        <td><span class="chip ${classOf(whole)}">${cellSign(whole)} ${cellWords(whole)}</span></td>
      </tr> `,
    most: mostThreats,
    what: 'threats',
  });
  return html`<p>${threatCounts(matrix)}.</p>
    ${table} ${gridMarkup(matrix, by)}`;
}

function gridMarkup({ threats, lines }: ThreatMatrix, by: MatrixSort): Markup {
  const { line, legend } = matrixWords[by];
  const left = lines.length - mostLines;
  const rowOf = ({ name, title, whole, cells }: ThreatLine) =>
    html`<tr>
      <th scope="row">${title ?? name}${title === undefined ? undefined : html` <code>${name}</code>`}</th>
      ${cellMarkup(whole)}${threats.map((threat) => cellMarkup(cells.get(threat.name)))}
    </tr> `;
  return html`<div class="scroll">
      <table class="grid">
        <caption>
          ${legend} ${signsTold}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="corner">${capital(line)}</th>
            <th scope="col"><span>all in all</span></th>
            ${threats.map(({ name }) => html`<th scope="col"><span>${name}</span></th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.slice(0, mostLines).map(rowOf)}
        </tbody>
      </table>
    </div>
    ${left > 0 ? html`<p><strong>${left} further ${line}s are left out here.</strong> CSV and workbook have all.</p>` : undefined}`;
}

const signsTold = '■ critical, ▲ high, ◆ medium, ● low, ○ info: missing or weak; ? unknown, ▷ planned, A accepted, E excluded, ✓ met.';

function cellMarkup(cell: ThreatCell | undefined): Markup {
  if (cell === undefined) return html`<td></td>`;
  const count = cell.severity === undefined ? undefined : html` ${cell.names.length}`;
  return html`<td class="${classOf(cell)}">${cellSign(cell)}${count}<i>${cellWords(cell)}</i></td>`;
}

function classOf({ state, severity }: ThreatCell): string {
  return severity ?? stateClass(state);
}
