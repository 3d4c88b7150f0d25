import type { Assessment } from '../../../review/index.js';
import { groupQuestions } from '../../../summary/questions.js';
import { atMost } from '../../clean.js';
import { questionText } from '../../questions.js';
import { listed } from '../../words.js';
import type { Limits } from './limits.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';
import { severityChip } from './words.js';

/** What only people can answer: a row a question, with everything that it is asked of. */
export function questionsMarkup(assessments: readonly Assessment[], { rows: most, characters, names: mostElements }: Limits): Markup {
  const groups = groupQuestions(assessments);
  if (groups.length === 0) return html`<p>Nothing is left that only people can answer.</p>`;
  return longTable({
    caption: 'No fix writes the answers: whether a test was held, a certificate is there or how many devices there are, only people know.',
    columns: [
      { title: 'Question', class: 'broad' },
      { title: 'About', class: 'what' },
      { title: 'Of', class: 'wide' },
      { title: 'Worst', class: 'narrow' },
      { title: 'Findings that wait', class: 'number' },
    ],
    rows: groups,
    rowOf: (group) => {
      const { about, elements, severity, findings } = group;
      const more = elements.length - mostElements;
      const names = more > 0 ? [...elements.slice(0, mostElements), `${more} more`] : elements;
      return html`<tr>
        <th scope="row">${atMost(questionText(group), characters)}</th>
        <td><code>${about}</code></td>
        <td>${listed(names, 'and')}</td>
        <td>${severityChip(severity)}</td>
        <td class="number">${findings.length}</td>
      </tr> `;
    },
    most,
    what: 'questions',
  });
}
