import { deviceDays, homeDays, type Timeline } from '../../history/timeline.js';
import { tableText } from '../formats/csv/table.js';
import { countedSeverities, exposedSeverities } from './words.js';

const columns = ['design', 'from', 'until', 'days', 'phase', 'counts', 'what', 'low', 'high', 'times days'] as const;

/** A row for each span and figure: findings by severity, and homes by harm. */
export function timelineCsv(timelines: readonly Timeline[]): string {
  const rows = timelines.flatMap(({ architecture, spans }) =>
    spans.flatMap((span) => {
      const head = [architecture.design.name, span.from, span.until ?? '', span.days ?? '', span.phase?.name ?? ''];
      const findings = countedSeverities.map((severity) => {
        const count = span.counts[severity];
        const exposed = exposedSeverities.some((one) => one === severity) ? (deviceDays(severity, span) ?? '') : '';
        return [...head, 'findings', severity, count, count, exposed];
      });
      const harms = span.harms.map((one) => [
        ...head,
        'homes',
        one.harm.name,
        one.figure.low,
        one.figure.high ?? '',
        homeDays(one, span) ?? '',
      ]);
      return [...findings, ...harms];
    }),
  );
  return tableText(columns, rows);
}
