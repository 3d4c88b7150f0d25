import { allElements } from '../../../language/semantics/index.js';
import { severities } from '../../../language/model/index.js';
import { metByStatement, type Assessment, type State } from '../../../review/index.js';
import type { Reviewed } from '../../problem.js';
import { countElsewhere, tallyOf } from '../../../summary/tally.js';
import { groupQuestions } from '../../../summary/questions.js';
import { shapes } from '../../words.js';
import { wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

const closed: readonly State[] = ['accepted', 'excluded', 'met', 'not applicable'];

/** A row for each design: what it is, how many findings of each severity, how many pairs in each state. */
export function designsSheet({ assessments }: Reviewed): Sheet {
  return {
    name: 'Designs',
    columns: [
      { title: 'Design', width: 18 },
      { title: 'Title', width: 34 },
      { title: 'Version', width: 10 },
      { title: 'Owner', width: 24 },
      { title: 'Profiles', width: 20 },
      { title: 'Elements', width: 10 },
      { title: 'Requirements', width: 13 },
      { title: 'Findings', width: 10 },
      ...severities.map((severity) => ({ title: `${shapes[severity]} ${severity}`, width: 11 })),
      { title: 'planned', width: 9 },
      { title: 'unknown', width: 9 },
      { title: 'reported with another', width: 11 },
      ...closed.map((state) => ({ title: state, width: 12 })),
      { title: 'Met by a statement alone', width: 13 },
      { title: 'Questions to people', width: 11 },
    ],
    rows: assessments.map(rowOf),
    frozen: 1,
    notes: [
      'Findings are what is missing or weak; what is planned or unknown is counted beside them, and so is what another finding tells as well.',
    ],
  };
}

function rowOf(assessment: Assessment): Cell[] {
  const { architecture, profiles, requirements, findings, results } = assessment;
  const { design } = architecture;
  const { open, bySeverity, planned, unknown, states } = tallyOf(findings, results);
  return [
    design.implicit ? `${design.name} (fragment)` : design.name,
    wrappedCell(design.title ?? ''),
    design.version ?? '',
    wrappedCell(design.owner ?? ''),
    wrappedCell(profiles.join(', ')),
    String(allElements(architecture).length),
    String(requirements.length),
    String(open),
    ...severities.map((severity) => String(bySeverity[severity])),
    String(planned),
    String(unknown),
    String(countElsewhere(findings, results)),
    ...closed.map((state) => String(states[state])),
    String(metByStatement(assessment).length),
    String(groupQuestions([assessment]).length),
  ];
}
