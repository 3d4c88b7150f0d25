import type { Reviewed } from '../../problem.js';
import { daysWords, reachWords } from '../../register.js';
import { decisionRegister, type DecisionStanding } from '../../../summary/register.js';
import { eachAsAsked } from '../lazily.js';
import { severityCell, stateCell, wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';
import type { CellLook } from './styles.js';

const looksOfStandings: Readonly<Record<DecisionStanding, CellLook>> = {
  'in force': 'decided',
  past: 'caution',
  incomplete: 'caution',
  'without effect': 'caution',
  refused: 'caution',
};

/** The register of decisions: a row for each requirement and element that somebody accepted or excluded. */
export function decisionsSheet({ assessments }: Reviewed): Sheet {
  const rows = eachAsAsked(decisionRegister(assessments), (entry): Cell[] => [
    { text: entry.standing, look: looksOfStandings[entry.standing] },
    entry.verb,
    entry.requirement,
    wrappedCell(entry.title),
    entry.design,
    reachWords(entry),
    wrappedCell(entry.reason ?? ''),
    wrappedCell(entry.owner ?? ''),
    entry.until ?? '',
    entry.daysLeft === undefined ? '' : daysWords(entry.daysLeft),
    entry.computed === undefined ? '' : stateCell(entry.computed),
    entry.severity === undefined ? '' : severityCell(entry.severity),
  ]);
  return {
    name: 'Decisions',
    columns: [
      { title: 'Standing', width: 13 },
      { title: 'Decision', width: 9 },
      { title: 'Requirement', width: 24 },
      { title: 'Title', width: 38 },
      { title: 'Design', width: 14 },
      { title: 'Element', width: 18 },
      { title: 'Reason', width: 50 },
      { title: 'By', width: 24 },
      { title: 'Until', width: 11 },
      { title: 'Days', width: 18 },
      { title: 'Without it', width: 13 },
      { title: 'Severity', width: 11 },
    ],
    rows,
    frozen: 3,
    notes: [],
  };
}
