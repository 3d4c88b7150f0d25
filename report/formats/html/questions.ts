import type { Assessment } from '../../../review/index.js';
import { groupQuestions } from '../../questions.js';
import { listed, shapes } from '../../words.js';
import { html, type Markup } from './markup.js';

const mostQuestions = 1_000;
const mostElements = 60;

/** What only people can answer: a row a question, with everything that it is asked of. */
export function questionsOf(assessment: Assessment): Markup {
  const groups = groupQuestions([assessment]);
  if (groups.length === 0) return html`<p>Nothing is left that only people can answer.</p>`;
  const rows = groups.slice(0, mostQuestions).map(({ about, text, elements, severity, findings }) => {
    const more = elements.length - mostElements;
    const names = more > 0 ? [...elements.slice(0, mostElements), `${more} more`] : elements;
    return html`<tr>
      <th scope="row">${text}</th>
      <td><code>${about}</code></td>
      <td>${listed(names, 'and')}</td>
      <td><span class="chip ${severity}">${shapes[severity]} ${severity}</span></td>
      <td class="number">${findings.length}</td>
    </tr> `;
  });
  const left = groups.length - mostQuestions;
  return html`<table>
      <caption>
        No fix writes the answers: whether a test was held, a certificate is there or how many devices there are, only people know.
      </caption>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">About</th>
          <th scope="col">Of</th>
          <th scope="col">Worst</th>
          <th scope="col" class="number">Findings that wait</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${left > 0 ? html`<p><strong>${left} further questions are left out here.</strong></p>` : undefined}`;
}
