import { leftOut } from '../../../review/index.js';
import { managementSummary, type ManagementItem } from '../../management.js';
import type { Reviewed } from '../../problem.js';
import type { ReportContext } from '../format.js';
import { severityCell, wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** What somebody reads who decides, from top to bottom: a row for each sentence and each item of a list. */
export function summarySheet(reviewed: Reviewed, { version }: ReportContext): Sheet {
  const { assessments } = reviewed;
  const rows = managementSummary(reviewed).flatMap(({ title, sentences, items }) =>
    [...sentences.map((sentence): Cell[] => ['', wrappedCell(sentence)]), ...items.map(itemCells)].map((cells, at): Cell[] => [
      wrappedCell(at === 0 ? title : ''),
      ...cells,
    ]),
  );
  const [first] = assessments;
  return {
    name: 'Summary',
    columns: [
      { title: 'Part', width: 30 },
      { title: 'Severity', width: 11 },
      { title: 'What it says', width: 110 },
    ],
    rows,
    frozen: 1,
    notes: [
      `Made by Meterlint ${version}${first === undefined ? '' : `, as of ${first.date}`}.`,
      ...assessments.flatMap(({ profiles, architecture }) =>
        leftOut(profiles, architecture.catalogue).map(
          ({ requirement, profile, because }) => `Profile ${profile} is without ${requirement}: ${because}`,
        ),
      ),
    ],
  };
}

function itemCells({ head, severity, words }: ManagementItem): Cell[] {
  return [severity === undefined ? '' : severityCell(severity), wrappedCell(`${head}: ${words}`)];
}
