import type { Severity } from '../../../language/model/index.js';
import type { State } from '../../../review/index.js';
import type { ClauseState } from '../../../summary/clauses.js';
import { shapes, signs } from '../../words.js';
import { html, type Markup } from './markup.js';

export const meanings: Readonly<Record<State, string>> = {
  missing: 'what is needed is not there',
  weak: 'something is there, and too weak',
  unknown: 'a fact that decides is not stated',
  planned: 'only planned so far',
  accepted: 'open, and somebody accepted the risk',
  excluded: 'somebody decided that it does not count here',
  met: 'everything that it needs is there',
  'not applicable': 'not asked of this element',
};

export function severityChip(severity: Severity): Markup {
  return html`<span class="chip ${severity}">${shapes[severity]} ${severity}</span>`;
}

export function stateChip(state: ClauseState): Markup {
  return html`<span class="chip ${stateClass(state)}">${signs[state]} ${state}</span>`;
}

export function stateClass(state: ClauseState): string {
  return state.replaceAll(' ', '-');
}
