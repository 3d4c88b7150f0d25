import type { Timeline, TimelineSpan } from '../../../history/timeline.js';
import { rowOf, timelineHeads } from '../../timeline/rows.js';
import { changeWords, clearWords, findingWords, neverWords, phaseWords, stagedWords } from '../../timeline/words.js';
import { wholeLists } from './limits.js';
import { html, joined, type Markup } from './markup.js';
import { longTable } from './table.js';

/** What comes of a design from phase to phase: the table, the first clear day, what is to be done by when, and what no phase ends. */
export function timelineMarkup(told: Timeline): Markup {
  const [first, ...later] = told.spans;
  const table = longTable({
    caption:
      'What is missing or weak, the devices of findings times the days on which they stand, and how much one attacker gets at, at worst.',
    columns: timelineHeads(first!).map((title, index) => (index < 2 ? { title } : { title, class: 'number' })),
    rows: told.spans,
    rowOf: (span) => {
      const [from, phase, ...figures] = rowOf(span);
      return html`<tr>
        <th scope="row" class="day">${from}</th>
        <td>${phase}</td>
        ${figures.map((figure) => html`<td class="number">${figure}</td>`)}
      </tr> `;
    },
    most: wholeLists.rows,
    what: 'stretches of days',
  });
  const last = told.spans.at(-1)!.assessment;
  return html`<p><strong>${clearWords(told)}</strong></p>
    ${table} ${later.slice(0, wholeLists.rows).map(changesMarkup)}
    <h3>What no phase ends</h3>
    <p>${neverWords(told)}</p>
    ${listOf(told.never.map((finding) => findingWords(finding, last)))}`;
}

function changesMarkup(span: TimelineSpan): Markup {
  const steps = span.steps.map((step) => `${step.comes ? 'comes' : 'goes'} ${stagedWords(step)}`);
  const all = [...steps, ...span.changes.map((change) => changeWords(change).replace(/ +/, ' '))];
  return html`<h3>By ${span.from} (${phaseWords(span)})</h3>
    ${all.length === 0 ? html`<p>Nothing changes.</p>` : listOf(all)}`;
}

function listOf(lines: readonly string[]): Markup | undefined {
  if (lines.length === 0) return undefined;
  const left = lines.length - wholeLists.rows;
  return html`<ul>
      ${joined(
        lines.slice(0, wholeLists.rows).map((line) => html`<li>${line}</li>`),
        '\n',
      )}
    </ul>
    ${left > 0 ? html`<p><strong>${left} further lines are left out here.</strong></p>` : undefined}`;
}
