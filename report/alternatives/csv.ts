import type { AlternativesTold } from '../../history/alternatives.js';
import { tableText } from '../formats/csv/table.js';
import { countedSeverities } from '../timeline/words.js';
import { alternativeName } from './rows.js';

const columns = ['design', 'alternative', 'counts', 'what', 'low', 'high'] as const;

/** A row for each alternative and figure. What has no end, or nobody says, is left blank. */
export function alternativesCsv(designs: readonly AlternativesTold[]): string {
  const rows = designs.flatMap(({ all }) =>
    all.flatMap((one) => {
      const { assessment, counts, added, gone, harms, cost, beatenBy } = one;
      const head = [assessment.architecture.design.name, alternativeName(one)];
      const row = (sort: string, what: string, low: number | string, high: number | string = low) => [...head, sort, what, low, high];
      return [
        ...countedSeverities.map((severity) => row('findings', severity, counts[severity])),
        row('findings', 'new', added.length),
        row('findings', 'gone', gone.length),
        ...harms.map(({ harm, figure }) => row('homes', harm.name, figure.low, figure.high ?? '')),
        ...harms.map(({ harm, ways }) => row('ways', harm.name, ways)),
        ...harms.map(({ harm, cut, cutAtLeast }) => row('smallest set', harm.name, cutAtLeast, cut)),
        row('cost', cost.currency ?? '', cost.currency === undefined && cost.high !== 0 ? '' : cost.low, cost.high ?? ''),
        ...beatenBy.map((index) => row('beaten by', alternativeName(all[index]!), '')),
      ];
    }),
  );
  return tableText(columns, rows);
}
