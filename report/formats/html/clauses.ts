import type { Assessment } from '../../../review/index.js';
import { clauseRows, clauseStates, type ClauseRow } from '../../../summary/clauses.js';
import { signs } from '../../words.js';
import { html, joined, type Markup } from './markup.js';
import { stateChip } from './words.js';

/** Every clause that a requirement of the catalogue names, by standard, also where all is well or nothing is asked. */
export function clausesMarkup(assessment: Assessment): Markup {
  const rows = clauseRows(assessment);
  const byStandard = new Map<string, ClauseRow[]>();
  for (const row of rows) {
    const own = byStandard.get(row.standard);
    if (own === undefined) byStandard.set(row.standard, [row]);
    else own.push(row);
  }
  const counts = clauseStates
    .map((state) => ({ state, count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => html`${stateChip(state)} ${count}`);
  return html`<p>${rows.length} clauses of ${byStandard.size} documents: ${joined(counts, '   ')}</p>
    <p class="note">
      The state of a clause is the worst of the requirements that point to it, on the elements that it is about. <em>Met in part</em>: all
      that is met answers the clause in part only. A requirement may ask for less than the clause does, or for something narrower: no state
      says that a document is met or violated. <em>Unverified</em> references were not checked against the text of the document.
    </p>
    <table>
      <caption>
        Clauses by document.
      </caption>
      <thead>
        <tr>
          <th scope="col" class="what">Clause</th>
          <th scope="col" class="narrow">State</th>
          <th scope="col">Requirements that point to it, and where they have that state</th>
        </tr>
      </thead>
      ${[...byStandard.values()].map(groupOf)}
    </table>`;
}

function groupOf(rows: readonly ClauseRow[]): Markup {
  const { standardName, standardTitle, edition } = rows[0]!;
  const title = standardTitle === undefined || standardTitle === standardName ? '' : `: ${standardTitle}`;
  const of = edition === undefined ? '' : ` (${edition})`;
  return html`<tbody>
    <tr class="group">
      <th colspan="3" scope="rowgroup">${standardName}${title}${of}</th>
    </tr>
    ${rows.map(rowOf)}
  </tbody> `;
}

function rowOf({ clause, unverified, state, requirements }: ClauseRow): Markup {
  const told = requirements.map((one) => {
    const where = one.elements.length === 0 || state === 'not applicable' || one.state !== state ? '' : `: ${shortList(one.elements)}`;
    const part = one.part ? html` <span class="note">in part</span>` : undefined;
    return html`<span title="${one.title}">${signs[one.state]} ${one.requirement}${part}${where}</span>`;
  });
  return html`<tr>
    <th scope="row">${clause}${unverified ? html` <span class="note">unverified</span>` : undefined}</th>
    <td>${stateChip(state)}</td>
    <td>${joined(told, '; ')}</td>
  </tr> `;
}

function shortList(names: readonly string[]): string {
  return names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more` : names.join(', ');
}
