import type { Severity } from '../../../language/model/index.js';
import type { ClauseState } from '../../../summary/clauses.js';
import { shapes, signs } from '../../words.js';
import { run, type Runs } from './markup.js';

/** A shape and a word before any colour. */
export function severityRun(severity: Severity): Runs {
  // Blanks that hold the words off the edges of their field.
  return run(`\u00A0${shapes[severity]}\u00A0${severity}\u00A0`, severity);
}

export function stateRun(state: ClauseState): Runs {
  return run(`${signs[state]} ${state}`);
}
