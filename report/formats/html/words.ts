import type { Severity } from '../../../language/model/index.js';
import type { ClauseState } from '../../../summary/clauses.js';
import { shapes, signs } from '../../words.js';
import { html, type Markup } from './markup.js';

export function severityChip(severity: Severity): Markup {
  return html`<span class="chip ${severity}">${shapes[severity]} ${severity}</span>`;
}

export function stateChip(state: ClauseState): Markup {
  return html`<span class="chip ${stateClass(state)}">${signs[state]} ${state}</span>`;
}

export function stateClass(state: ClauseState): string {
  return state.replaceAll(' ', '-');
}
