import type { Assessment } from '../../../review/index.js';
import { hasEvidence, statedControls } from '../../../summary/evidence.js';
import { plannedWords } from '../../evidence.js';
import { locatePart } from '../../locate.js';
import type { ReportContext } from '../format.js';
import { html, type Markup } from './markup.js';
import { longTable } from './table.js';

/** What the design says is there or will be, and what it names for it. */
export function controlsOf({ architecture }: Assessment, context: ReportContext): Markup {
  const stated = statedControls(architecture);
  if (stated.length === 0) return html`<p>No control is stated: whatever is met is so by protocols, products and facts.</p>`;
  return longTable({
    caption: 'Controls that the design states by themselves. What protocols and products bring about stands among the reasons.',
    columns: [
      { title: 'Control', class: 'wide' },
      { title: 'By', class: 'narrow' },
      { title: 'Plan', class: 'narrow' },
      { title: 'Evidence' },
      { title: 'Place', class: 'where' },
    ],
    rows: stated,
    rowOf: (one) => {
      const { file, line } = locatePart(one.statement, context);
      return html`<tr>
        <th scope="row"><code>${one.control}</code> on <code>${one.element}</code></th>
        <td>${one.mechanisms.join(', ')}</td>
        <td>${plannedWords(one)}</td>
        <td>${hasEvidence(one) ? one.evidence : 'No evidence is named.'}</td>
        <td class="place">${file}:${line}</td>
      </tr> `;
    },
    most: 2_000,
    what: 'controls',
  });
}
