import { severities } from '../../../language/model/index.js';
import type { Assessment, State } from '../../../review/index.js';
import { comparisonWords } from '../../baseline.js';
import { countSeverities } from '../../groups.js';
import { decisionRegister, registerWords } from '../../register.js';
import { groupQuestions, questionCount } from '../../questions.js';
import { statedWords } from '../../stated.js';
import { shapes } from '../../words.js';
import type { ComparedContext } from '../format.js';
import { html, joined, type Markup } from './markup.js';
import { meanings, stateChip } from './words.js';

/** What the design is, and how it stands in numbers. */
export function summaryOf(assessment: Assessment, context: ComparedContext): Markup {
  const counts = countSeverities(assessment);
  const decisions = registerWords(decisionRegister([assessment]));
  const tiles = counts.map(
    ({ severity, open, planned, unknown }) =>
      html`<li class="${severity}"><b>${open}</b>${shapes[severity]} ${severity}${later(planned, unknown)}</li>`,
  );
  return html`<p>${sentence(assessment)}</p>
    <ul class="tiles">
      ${tiles}
    </ul>
    ${context.comparison === undefined ? undefined : html`<p>Against the baseline: ${comparisonWords(context.comparison)}.</p>`}
    ${decisions === undefined ? undefined : html`<p>Decisions: ${decisions}.</p>`} ${believed(assessment)} ${byCategory(assessment)}
    ${legend()}`;
}

function sentence({ findings }: Assessment): string {
  const open = findings.filter(({ state }) => state === 'missing' || state === 'weak').length;
  if (findings.length === 0) return 'No findings: everything that the profiles ask for is there, decided, or not asked of this design.';
  const later = findings.length - open;
  const rest = later === 0 ? '' : `; ${later} more ${later === 1 ? 'is' : 'are'} planned or cannot be judged yet`;
  return `${open} open ${open === 1 ? 'finding' : 'findings'}${rest}. The numbers below are open findings by severity.`;
}

/** What is met because the design says so and names no mechanism, and what is left to ask. */
function believed(assessment: Assessment): Markup | undefined {
  const told = [statedWords(assessment), questionCount(groupQuestions([assessment]))].filter((words) => words !== undefined);
  return told.length === 0 ? undefined : html`<p>${told.join('; ')}.</p>`;
}

function later(planned: number, unknown: number): Markup | undefined {
  const words = [...(planned === 0 ? [] : [`${planned} planned`]), ...(unknown === 0 ? [] : [`${unknown} to be judged`])].join(', ');
  return words === '' ? undefined : html`<br /><span class="note">+ ${words}</span>`;
}

const columns: readonly (readonly [string, readonly State[]])[] = [
  ['Open', ['missing', 'weak']],
  ['Planned', ['planned']],
  ['Cannot be judged', ['unknown']],
  ['Accepted or excluded', ['accepted', 'excluded']],
  ['Met', ['met']],
  ['Not applicable', ['not applicable']],
];

/** Each requirement on each element counts once, also where another finding tells the same. */
function byCategory({ results, architecture }: Assessment): Markup {
  const { requirements } = architecture.catalogue;
  const categoryOf = (name: string) => requirements.get(name)?.category ?? 'other';
  const categories = [...new Set(results.map(({ requirement }) => categoryOf(requirement)))];
  const rows = categories.map((category) => {
    const own = results.filter(({ requirement }) => categoryOf(requirement) === category);
    const cells = columns.map(([, states]) => html`<td class="number">${own.filter(({ state }) => states.includes(state)).length}</td>`);
    return html`<tr>
      <th scope="row">${category}</th>
      ${cells}
      <td class="number">${own.length}</td>
    </tr> `;
  });
  const totals = columns.map(([, states]) => html`<td class="number">${results.filter(({ state }) => states.includes(state)).length}</td>`);
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
        ${totals}
        <td class="number">${results.length}</td>
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
