import { severities, type Severity } from '../model/catalogue.js';

/** Less than 0 where the first is worse: sorts from the worst down. */
export function compareSeverities(one: Severity, other: Severity): number {
  return severities.indexOf(one) - severities.indexOf(other);
}

/** Whether a severity is another one or worse. */
export function isAtLeast(severity: Severity, bar: Severity): boolean {
  return compareSeverities(severity, bar) <= 0;
}

export function worseSeverity(one: Severity, other: Severity): Severity {
  return isAtLeast(one, other) ? one : other;
}

/** Undefined of none. */
export function worstSeverity(all: Iterable<Severity>): Severity | undefined {
  let worst: Severity | undefined;
  for (const one of all) worst = worst === undefined ? one : worseSeverity(worst, one);
  return worst;
}
