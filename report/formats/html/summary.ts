import { severities, type Severity } from '../../../language/model/index.js';
import type { Assessment, State } from '../../../review/index.js';
import { byCategory, countElsewhere, tallyOf, type CategoryShare, type Tally } from '../../../summary/tally.js';
import { comparisonWords } from '../../baseline.js';
import { besides, countWords } from '../../count.js';
import { countFindings, counted } from '../../../summary/count.js';
import { decisionRegister } from '../../../summary/register.js';
import { registerWords } from '../../register.js';
import { groupQuestions } from '../../../summary/questions.js';
import { questionCount } from '../../questions.js';
import { statedWords } from '../../stated.js';
import { capital, shapes } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { html, joined, type Markup } from './markup.js';
import { meanings, stateChip } from './words.js';

/** What the design is, and how it stands in numbers. */
export function summaryMarkup(assessment: Assessment, context: ComparedContext): Markup {
  const { bySeverity } = countFindings(assessment.findings);
  const decisions = registerWords(decisionRegister([assessment]));
  const tiles = severities.map(
    (severity) =>
      html`<li class="${severity}"><b>${bySeverity[severity]}</b>${shapes[severity]} ${severity}${later(assessment, severity)}</li>`,
  );
  return html`<p>${sentence(assessment)}</p>
    <ul class="tiles">
      ${tiles}
    </ul>
    ${context.comparison === undefined ? undefined : html`<p>Against the baseline: ${comparisonWords(context.comparison)}.</p>`}
    ${decisions === undefined ? undefined : html`<p>Decisions: ${decisions}.</p>`} ${believed(assessment)} ${categoriesOf(assessment)}
    ${legend()}`;
}

function sentence({ findings }: Assessment): string {
  if (findings.length === 0) return 'No findings: everything that the profiles ask for is there, decided, or not asked of this design.';
  const rest = findings.every(counted) ? '' : ' What is planned or cannot be judged yet (unknown) counts beside the findings.';
  return `${capital(countWords(findings))}.${rest}`;
}

/** What is met because the design says so and names no mechanism, and what is left to ask. */
function believed(assessment: Assessment): Markup | undefined {
  const told = [statedWords(assessment), questionCount(groupQuestions([assessment]))].filter((words) => words !== undefined);
  return told.length === 0 ? undefined : html`<p>${told.join('; ')}.</p>`;
}

function later({ findings }: Assessment, severity: Severity): Markup | undefined {
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
function categoriesOf(assessment: Assessment): Markup {
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

function legend(): Markup {
  const states = Object.keys(meanings) as State[];
  return html`<h3>How to read it</h3>
    <p>
      Severities from the worst down:
      ${joined(
        severities.map((severity) => html`<span class="chip ${severity}">${shapes[severity]} ${severity}</span>`),
        ' ',
      )}
    </p>
    <ul class="legend">
      ${states.map((state) => html`<li>${stateChip(state)} ${meanings[state]}</li>`)}
    </ul>`;
}
