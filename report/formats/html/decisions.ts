import type { Assessment } from '../../../review/index.js';
import { atMost } from '../../clean.js';
import { locatePart } from '../../locate.js';
import { daysWords, reachWords } from '../../register.js';
import { decisionRegister } from '../../../summary/register.js';
import { capital } from '../../words.js';
import type { ReportContext } from '../format.js';
import type { Limits } from './limits.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';
import { stateChip } from './words.js';

/** Who accepted or excluded what, until when, why, and what the review would say without it. */
export function decisionsOf(assessments: readonly Assessment[], context: ReportContext, { rows: most, characters }: Limits): Markup {
  const entries = decisionRegister(assessments);
  if (entries.length === 0) return html`<p>Nothing was accepted or excluded.</p>`;
  return longTable({
    caption: 'Every requirement and element that a decision names, as it is written. Risks that were accepted are open all the same.',
    columns: [
      { title: 'Decision', class: 'wide' },
      { title: 'Standing' },
      { title: 'Until' },
      { title: 'Reason and owner', class: 'wide' },
      { title: 'Without it' },
      { title: 'Place', class: 'where' },
    ],
    rows: entries,
    rowOf: (entry) => {
      const { verb, requirement, title, standing, reason, owner, until, daysLeft, computed, decision } = entry;
      const { file, line } = locatePart(decision, context);
      const end =
        until === undefined ? 'no end' : html`<span class="day">${until}</span>${daysLeft === undefined ? '' : `, ${daysWords(daysLeft)}`}`;
      const by = owner === undefined ? undefined : html` <span class="note">${atMost(owner, characters)}</span>`;
      return html`<tr>
        <th scope="row">${capital(verb)}: ${atMost(title, characters)} <code>${requirement}</code> on <code>${reachWords(entry)}</code></th>
        <td>${capital(standing)}</td>
        <td>${end}</td>
        <td>${atMost(reason ?? 'No reason is given.', characters)}${by}</td>
        <td>${computed === undefined ? html`not asked` : stateChip(computed)}</td>
        <td class="place">${file}:${line}</td>
      </tr> `;
    },
    most,
    what: 'decisions',
  });
}
