import type { Severity } from '../language/model/index.js';
import type { Finding } from '../review/index.js';

export type Countable = Pick<Finding, 'state' | 'severity'>;

/** How many findings there are, as everybody tells it. */
export interface Count {
  /** What is missing or weak: this is what "findings" means. */
  readonly open: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Told beside them, in their own words. */
  readonly planned: number;
  readonly unknown: number;
}

/** A finding is what is missing or weak. What is planned for and what cannot be judged is none: it counts beside them, and for no bar. */
export function counted({ state }: Pick<Countable, 'state'>): boolean {
  return state === 'missing' || state === 'weak';
}

/** The one rule that every lens, list, message and report counts by. */
export function countFindings(findings: readonly Countable[]): Count {
  const open = findings.filter(counted);
  const of = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  return {
    open: open.length,
    bySeverity: { critical: of('critical'), high: of('high'), medium: of('medium'), low: of('low'), info: of('info') },
    planned: findings.filter(({ state }) => state === 'planned').length,
    unknown: findings.filter(({ state }) => state === 'unknown').length,
  };
}
