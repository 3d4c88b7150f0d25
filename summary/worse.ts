import { severities, type Severity } from '../language/model/index.js';
import type { State } from '../review/index.js';

/**
 * From what asks nothing of anybody to what asks most. A decision takes the pressure off what is open without closing it, so that
 * `accepted` stands behind what is met; something unknown may turn out to be weak or missing, but need not.
 */
export const stateOrder: readonly State[] = ['not applicable', 'met', 'excluded', 'accepted', 'planned', 'unknown', 'weak', 'missing'];

interface Open {
  readonly state: State;
  readonly severity: Severity;
}

/** Whether a finding asks for more than it did before: its state is further from `met`, or its severity is higher. */
export function isWorse(now: Open, before: Open): boolean {
  return (
    stateOrder.indexOf(now.state) > stateOrder.indexOf(before.state) ||
    severities.indexOf(now.severity) < severities.indexOf(before.severity)
  );
}
