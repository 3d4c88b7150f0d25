import type { Severity } from '../language/model/index.js';
import { compareSeverities, compareStates } from '../language/semantics/index.js';
import type { State } from '../review/index.js';

interface Open {
  readonly state: State;
  readonly severity: Severity;
}

/** Whether a finding asks for more than it did before: its state is further from `met`, or its severity is higher. */
export function isWorse(now: Open, before: Open): boolean {
  return compareStates(now.state, before.state) < 0 || compareSeverities(now.severity, before.severity) < 0;
}
