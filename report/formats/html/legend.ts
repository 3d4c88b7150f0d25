import { severities } from '../../../language/model/index.js';
import type { State } from '../../../review/index.js';
import { meanings } from '../../words.js';
import { html, joined, type Markup } from './markup.js';
import { severityChip, stateChip } from './words.js';

/** What the shapes and signs of the report stand for. */
export function legend(): Markup {
  const states = Object.keys(meanings) as State[];
  return html`<p>Severities from the worst down: ${joined(severities.map(severityChip), ' ')}</p>
    <ul class="legend">
      ${states.map((state) => html`<li>${stateChip(state)} ${meanings[state]}</li>`)}
    </ul>`;
}
