import { severities, type Severity } from '../../../language/model/index.js';
import type { Assessment, Finding } from '../../../review/index.js';
import { byCategory, countElsewhere, tallyOf, type CategoryShare, type Tally } from '../../../summary/tally.js';
import { besides } from '../../count.js';
import { countFindings } from '../../../summary/count.js';
import { shapes } from '../../words.js';
import { html, type Markup } from './markup.js';

/** How many findings there are of each severity, at a glance. */
export function tilesMarkup({ findings }: Pick<Assessment, 'findings'>): Markup {
  const { bySeverity } = countFindings(findings);
  const tiles = severities.map(
    (severity) =>
      html`<li class="${severity}"><b>${bySeverity[severity]}</b>${shapes[severity]} ${severity}${later(findings, severity)}</li>`,
  );
  return html`<ul class="tiles">
    ${tiles}
  </ul>`;
}

function later(findings: readonly Finding[], severity: Severity): Markup | undefined {
  const words = besides(countFindings(findings.filter((finding) => finding.severity === severity))).join(', ');
  return words === '' ? undefined : html`<br /><span class="note">+ ${words}</span>`;
}

const columns: readonly (readonly [title: string, count: (share: Omit<CategoryShare, 'category'>, tally: Tally) => number])[] = [
  ['Findings', (_, { open }) => open],
  ['Planned', (_, { planned }) => planned],
  ['Unknown', (_, { unknown }) => unknown],
  ['Reported with another', ({ findings, results }) => countElsewhere(findings, results)],
  ['Accepted or excluded', (_, { states }) => states.accepted + states.excluded],
  ['Met', (_, { states }) => states.met],
  ['Not applicable', (_, { states }) => states['not applicable']],
];

function cellsOf(share: Omit<CategoryShare, 'category'>): Markup[] {
  const tally = tallyOf(share.findings, share.results);
  return columns.map(([, count]) => html`<td class="number">${count(share, tally)}</td>`);
}

/** Each requirement on each element counts once; what another finding tells as well is no finding of its own. */
export function categoriesMarkup(assessment: Assessment): Markup {
  const rows = byCategory(assessment).map(
    (share) =>
      html`<tr>
        <th scope="row">${share.category}</th>
        ${cellsOf(share)}
        <td class="number">${share.results.length}</td>
      </tr> `,
  );
  return html`<table>
    <caption>
      Requirements by element: every pair that was looked at counts once.
    </caption>
    <thead>
      <tr>
        <th scope="col">Category</th>
        ${columns.map(([title]) => html`<th scope="col" class="number">${title}</th>`)}
        <th scope="col" class="number">All</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
      <tr>
        <th scope="row">All</th>
        ${cellsOf(assessment)}
        <td class="number">${assessment.results.length}</td>
      </tr>
    </tbody>
  </table>`;
}
