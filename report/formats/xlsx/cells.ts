import type { Severity } from '../../../language/model/index.js';
import type { State } from '../../../review/index.js';
import type { ClauseState } from '../../../summary/clauses.js';
import { shapes } from '../../words.js';
import type { Cell } from './sheet.js';
import type { Look } from './styles.js';

/** `▲ high`: a shape and a word before any colour. */
export function severityCell(severity: Severity): Cell {
  const look: Look = severity === 'critical' || severity === 'high' ? 'alarm' : severity === 'medium' ? 'caution' : 'text';
  return { text: `${shapes[severity]} ${severity}`, look };
}

const looksOfStates: Readonly<Record<ClauseState, Look>> = {
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
export function wrapped(text: string): Cell {
  return { text, look: 'wrapped' };
}
