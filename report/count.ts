import { severities } from '../language/model/index.js';
import { countFindings, type Count, type Countable } from '../summary/count.js';

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
