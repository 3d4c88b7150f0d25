import { clauseRows } from '../../../summary/clauses.js';
import type { Reviewed } from '../../problem.js';
import type { ReportContext } from '../format.js';
import { stateCell, wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** What the requirements that name a place of a standard come to; places that no reviewed requirement names only where all is told. */
export function clausesSheet({ assessments }: Reviewed, { everything }: ReportContext): Sheet {
  const rows = assessments
    .flatMap(clauseRows)
    .filter(({ state }) => everything === true || state !== 'not asked')
    .map((row): Cell[] => [
      row.standardName,
      wrappedCell(row.standardTitle ?? ''),
      row.edition ?? '',
      row.clause,
      stateCell(row.state),
      row.design,
      wrappedCell(row.requirements.map(({ requirement, part, state }) => `${requirement}${part ? ' (in part)' : ''}: ${state}`).join('; ')),
      row.unverified ? 'no' : 'yes',
    ]);
  return {
    name: 'Clauses',
    columns: [
      { title: 'Standard', width: 24 },
      { title: 'Title of the standard', width: 46 },
      { title: 'Edition', width: 11 },
      { title: 'Place', width: 22 },
      { title: 'State', width: 15 },
      { title: 'Design', width: 14 },
      { title: 'Requirements that name it', width: 44 },
      { title: 'Reference checked against the text', width: 16 },
    ],
    rows,
    frozen: 1,
    notes: [
      'The state is that of the requirements which name the place, on the elements that it is about; met in part: what is met answers a part of it. It never says that a standard is met.',
    ],
  };
}
