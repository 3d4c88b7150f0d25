import { severities } from '../../../language/model/index.js';
import type { Assessment } from '../../../review/index.js';
import { tallyOf } from '../../../summary/tally.js';
import { shapes } from '../../words.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';

/** A row for each of several designs. */
export function designsTable(assessments: readonly Assessment[], isLinked: boolean, most = 500): Markup {
  return longTable({
    caption: 'Findings of each design.',
    columns: [
      { title: 'Design' },
      { title: 'Findings', class: 'number' },
      ...severities.map((severity) => ({ title: `${shapes[severity]} ${severity}`, class: 'number' })),
      { title: 'Planned', class: 'number' },
      { title: 'Unknown', class: 'number' },
      { title: 'Met', class: 'number' },
    ],
    rows: assessments.map((assessment, at) => ({ assessment, at })),
    rowOf: ({ assessment: { architecture, findings, results }, at }) => {
      const { design } = architecture;
      const { open, bySeverity, planned, unknown, states } = tallyOf(findings, results);
      const title = design.title ?? design.name;
      const numbers = [open, ...severities.map((severity) => bySeverity[severity]), planned, unknown, states.met];
      return html`<tr>
        <th scope="row">${isLinked ? html`<a href="#d${at + 1}">${title}</a>` : title}</th>
        ${numbers.map((number) => html`<td class="number">${number}</td>`)}
      </tr> `;
    },
    most,
    what: 'designs',
  });
}
