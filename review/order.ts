import type { Architecture, Severity } from '../language/model/index.js';
import { compareSeverities, isFault } from '../language/semantics/index.js';
import type { OpenState } from './assessment.js';
import { drawnOrder, type Drawn } from './drawn.js';

/** What the order of findings goes by. */
export interface Ordered {
  readonly severity: Severity;
  readonly state: OpenState;
  readonly drawn: Drawn;
  readonly devices: number;
}

/**
 * The one order of findings, whoever tells them: what is open before what is planned or cannot be judged; then severity; then what is
 * drawn and wrong before what is left out, and both before what nobody wrote; then how many devices or homes it concerns. Equal ones stay as they were: by place.
 */
export function byWeight(one: Ordered, other: Ordered): number {
  return (
    Number(isFault(other.state)) - Number(isFault(one.state)) ||
    compareSeverities(one.severity, other.severity) ||
    drawnOrder.indexOf(one.drawn) - drawnOrder.indexOf(other.drawn) ||
    other.devices - one.devices
  );
}

interface Placed extends Ordered {
  readonly requirement: string;
  readonly element: string;
}

/** The findings of one design in the one order; of those that weigh the same by file as the design reads them, line and requirement. */
export function inOrder<F extends Placed>(findings: readonly F[], architecture: Architecture): F[] {
  const rank = new Map(architecture.order.map((name, index) => [name, index]));
  return [...findings].sort(
    (a, b) =>
      byWeight(a, b) ||
      (rank.get(a.element) ?? 0) - (rank.get(b.element) ?? 0) ||
      (a.requirement < b.requirement ? -1 : a.requirement > b.requirement ? 1 : 0),
  );
}
