import type { Reviewed } from '../../problem.js';
import { questionText } from '../../questions.js';
import { groupQuestions } from '../../../summary/questions.js';
import { severityCell, wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** What only people can answer: a row for each question of a design. */
export function questionsSheet({ assessments }: Reviewed): Sheet {
  const rows = assessments.flatMap((assessment) =>
    groupQuestions([assessment]).map((group): Cell[] => [
      assessment.architecture.design.name,
      wrappedCell(questionText(group)),
      group.kind,
      group.about,
      wrappedCell(group.elements.join(', ')),
      String(group.elements.length),
      severityCell(group.severity),
      String(group.findings.length),
    ]),
  );
  return {
    name: 'Questions',
    columns: [
      { title: 'Design', width: 14 },
      { title: 'Question', width: 56 },
      { title: 'Sort', width: 9 },
      { title: 'About', width: 24 },
      { title: 'Elements', width: 50 },
      { title: 'How many', width: 10 },
      { title: 'Worst', width: 11 },
      { title: 'Findings that wait', width: 12 },
    ],
    rows,
    frozen: 2,
    notes: [],
  };
}
