import { severities, type Severity } from '../language/model/index.js';
import { isFault } from '../language/semantics/index.js';
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
  return isFault(state);
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

/** `3 findings (1 critical, 2 high), 1 planned, 1 unknown` */
export function countWords(findings: readonly Countable[]): string {
  const { open, bySeverity, planned, unknown } = countFindings(findings);
  return [open === 0 ? 'no findings' : `${findingsWords(open)} (${severityWords(bySeverity)})`, ...besides({ planned, unknown })].join(
    ', ',
  );
}

/** `1 critical, 2 high, 1 planned`: of findings whose number stands before it already. */
export function restWords(findings: readonly Countable[]): string {
  const { bySeverity, ...later } = countFindings(findings);
  return [severityWords(bySeverity), ...besides(later)].filter((words) => words !== '').join(', ');
}

export function findingsWords(open: number): string {
  return `${open} ${open === 1 ? 'finding' : 'findings'}`;
}

/** `1 critical, 2 high`: without what there is none of. */
export function severityWords(bySeverity: Count['bySeverity']): string {
  return severities.flatMap((severity) => (bySeverity[severity] === 0 ? [] : [`${bySeverity[severity]} ${severity}`])).join(', ');
}

/** What stands beside the findings: nothing where there is none. */
export function besides({ planned, unknown }: Pick<Count, 'planned' | 'unknown'>): string[] {
  return [...(planned === 0 ? [] : [`${planned} planned`]), ...(unknown === 0 ? [] : [`${unknown} unknown`])];
}
