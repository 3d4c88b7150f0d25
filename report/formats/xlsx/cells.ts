import type { Severity } from '../../../language/model/index.js';
import type { State } from '../../../review/index.js';
import type { ClauseState } from '../../../summary/clauses.js';
import { shapes } from '../../words.js';
import type { Cell } from './sheet.js';
import type { CellLook } from './styles.js';

/** `▲ high`: a shape and a word before any colour. */
export function severityCell(severity: Severity): Cell {
  return { text: `${shapes[severity]} ${severity}`, look: lookOf(severity) };
}

function lookOf(severity: Severity): CellLook {
  return severity === 'critical' || severity === 'high' ? 'alarm' : severity === 'medium' ? 'caution' : 'text';
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

/** What several answers come to, in words: as its severity looks where something is missing or weak. */
export function summedCell(text: string, state: State, severity: Severity | undefined): Cell {
  return { text, look: severity === undefined ? looksOfStates[state] : lookOf(severity) };
}

/** A text that may be long: it breaks into lines. */
export function wrappedCell(text: string): Cell {
  return { text, look: 'wrapped' };
}
