import type { Severity } from '../../../language/model/index.js';
import type { State } from '../../../review/index.js';
import type { ClauseState } from '../../../summary/clauses.js';
import { shapes } from '../../words.js';
import type { Cell } from './sheet.js';
import type { CellLook } from './styles.js';

/** `▲ high`: a shape and a word before any colour. */
export function severityCell(severity: Severity): Cell {
  const look: CellLook = severity === 'critical' || severity === 'high' ? 'alarm' : severity === 'medium' ? 'caution' : 'text';
  return { text: `${shapes[severity]} ${severity}`, look };
}

const looksOfStates: Readonly<Record<ClauseState, CellLook>> = {
  missing: 'alarm',
  weak: 'alarm',
  unknown: 'caution',
  planned: 'caution',
  accepted: 'decided',
  excluded: 'decided',
  'met in part': 'caution',
  met: 'good',
  'not applicable': 'text',
  'not asked': 'text',
};

export function stateCell(state: State | ClauseState): Cell {
  return { text: state, look: looksOfStates[state] };
}

/** A text that may be long: it breaks into lines. */
export function wrappedCell(text: string): Cell {
  return { text, look: 'wrapped' };
}
