import type { Assessment } from '../../../review/index.js';
import { hasEvidence, statedControls } from '../../evidence.js';
import { locate } from '../../locate.js';
import type { ReportContext } from '../format.js';
import { html, type Markup } from './markup.js';

const mostControls = 2_000;

/** What the design says is there or will be, and what it names for it. */
export function controlsOf({ architecture }: Assessment, { toPath }: ReportContext): Markup {
  const stated = statedControls(architecture);
  if (stated.length === 0) return html`<p>No control is stated: whatever is met is so by protocols, products and facts.</p>`;
  const rows = stated.slice(0, mostControls).map((one) => {
    const { file, line } = locate(one.range, toPath);
    const plan = one.planned ? `planned${one.due === undefined ? '' : ` for ${one.due}`}` : '';
    return html`<tr>
      <th scope="row"><code>${one.control}</code> on <code>${one.element}</code></th>
      <td>${one.mechanisms.join(', ')}</td>
      <td>${plan}</td>
      <td>${hasEvidence(one) ? one.evidence : 'No evidence is named.'}</td>
      <td class="place">${file}:${line}</td>
    </tr> `;
  });
  const left = stated.length - mostControls;
  return html`<table>
      <caption>
        Controls that the design states by themselves. What protocols and products bring about stands among the reasons.
      </caption>
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">By</th>
          <th scope="col">Plan</th>
          <th scope="col">Evidence</th>
          <th scope="col">Place</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${left > 0 ? html`<p><strong>${left} further controls are left out here.</strong></p>` : undefined}`;
}
