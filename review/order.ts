import type { Architecture, Severity } from '../language/model/index.js';
import { compareSeverities, isFault } from '../language/semantics/index.js';
import type { Gap, OpenState } from './assessment.js';
import { drawnOrder, type Drawn } from './drawn.js';
import { leavesOf } from './gaps.js';

/** What the order of findings goes by. */
export interface Ordered {
  readonly severity: Severity;
  readonly state: OpenState;
  readonly drawn: Drawn;
  readonly devices: number;
}

/**
 * The one order of findings, whoever tells them: what is open before what is planned or cannot be judged; then severity; then what is
 * drawn and wrong before what is left out, and both before what nobody wrote; then what hangs on it, where somebody has found that out; then how
 * many devices or homes it concerns. Equal ones stay as they were: by place.
 */
export function byWeight(one: Ordered, other: Ordered, atStake = 0): number {
  return (
    Number(isFault(other.state)) - Number(isFault(one.state)) ||
    compareSeverities(one.severity, other.severity) ||
    drawnOrder.indexOf(one.drawn) - drawnOrder.indexOf(other.drawn) ||
    atStake ||
    other.devices - one.devices
  );
}

/** What the order of a first screen goes by. */
export interface Noticed extends Ordered {
  readonly situations: readonly string[];
  readonly gaps: Gap;
}

/**
 * What somebody who opens a review should see first: what is open; then what is drawn and wrong, what is left out, what nobody wrote, and
 * last what is low or for information; then severity; then a relation that is an objection in itself (who starts, who runs, what is passed
 * by), a value that is too large, and only then a protection that is weak; then what hangs on it; then how many it concerns.
 */
export function byNotice(one: Noticed, other: Noticed, atStake = 0): number {
  return (
    Number(isFault(other.state)) - Number(isFault(one.state)) ||
    shown(one) - shown(other) ||
    compareSeverities(one.severity, other.severity) ||
    objection(one) - objection(other) ||
    atStake ||
    other.devices - one.devices
  );
}

function shown({ drawn, severity }: Pick<Ordered, 'drawn' | 'severity'>): number {
  return severity === 'low' || severity === 'info' ? drawnOrder.length : drawnOrder.indexOf(drawn);
}

/** 0: the relation itself; 1: something else that is stated; 2: a protection. */
function objection({ situations, gaps }: Noticed): number {
  if (situations.length > 0) return 0;
  return leavesOf(gaps).some((leaf) => leaf.kind === 'condition' && leaf.stated) ? 1 : 2;
}

interface Placed extends Ordered {
  readonly requirement: string;
  readonly element: string;
}

/** The findings of one design in the one order; of those that weigh the same by file as the design reads them, line and requirement. */
export function inOrder<F extends Placed>(findings: readonly F[], architecture: Architecture): F[] {
  const rank = new Map(architecture.order.map((name, index) => [name, index]));
  const placed = findings.map((finding) => ({ finding, place: rank.get(finding.element) ?? 0 }));
  return placed
    .sort(
      ({ finding: a, place: one }, { finding: b, place: other }) =>
        byWeight(a, b) || one - other || (a.requirement < b.requirement ? -1 : a.requirement > b.requirement ? 1 : 0),
    )
    .map(({ finding }) => finding);
}
