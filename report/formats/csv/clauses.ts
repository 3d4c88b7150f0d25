import { clauseRows } from '../../clauses.js';
import type { Reviewed } from '../../problem.js';
import type { ReportFormat } from '../format.js';
import { tableText } from './table.js';

export const clausesCsv: ReportFormat = {
  id: 'clauses-csv',
  label: 'Clauses of standards (CSV)',
  description: 'every clause that the catalogue cites, with the state of the design',
  extension: 'clauses.csv',
  write: toCsv,
};

const columns = ['design', 'standard', 'standard title', 'edition', 'clause', 'reference', 'state', 'requirements', 'elements'] as const;

/** One row a clause, also where all is well or nothing is asked. */
function toCsv({ assessments }: Reviewed): string {
  const rows = assessments.flatMap((assessment) =>
    clauseRows(assessment).map((row) => {
      // The elements are those that make the state what it is.
      const elements = row.requirements.filter(({ state }) => state === row.state).flatMap((one) => one.elements);
      return [
        row.design,
        row.standardName,
        row.standardTitle ?? '',
        row.edition ?? '',
        row.clause,
        row.unverified ? 'unverified' : 'checked',
        row.state,
        row.requirements.map(({ requirement, state }) => `${requirement} (${state})`).join('; '),
        row.state === 'not asked' || row.state === 'not applicable' ? '' : [...new Set(elements)].join('; '),
      ];
    }),
  );
  return tableText(columns, rows);
}
