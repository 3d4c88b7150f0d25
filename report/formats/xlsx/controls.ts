import { plannedWords } from '../../evidence.js';
import { statedControls } from '../../../summary/evidence.js';
import { locatePart } from '../../locate.js';
import type { Reviewed } from '../../problem.js';
import type { ReportContext } from '../format.js';
import { wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** The register of stated controls: what the design says is there or will be, and what it names for it. */
export function controlsSheet({ assessments }: Reviewed, context: ReportContext): Sheet {
  const rows = assessments.flatMap(({ architecture }) =>
    statedControls(architecture).map(({ element, sort, control, mechanisms, planned, due, evidence, statement }): Cell[] => {
      const { file, line } = locatePart(statement, context);
      const plan = plannedWords({ planned, due });
      return [
        architecture.design.name,
        element,
        sort,
        control,
        mechanisms.join(', '),
        plan,
        wrappedCell(evidence ?? ''),
        `${file}:${line}`,
      ];
    }),
  );
  return {
    name: 'Controls',
    columns: [
      { title: 'Design', width: 14 },
      { title: 'Element', width: 18 },
      { title: 'Sort of element', width: 13 },
      { title: 'Control', width: 26 },
      { title: 'By', width: 26 },
      { title: 'Plan', width: 22 },
      { title: 'Evidence', width: 50 },
      { title: 'Place', width: 26 },
    ],
    rows,
    frozen: 2,
    notes: ['What protocols and products bring about stands in no row: only what somebody states as a control.'],
  };
}
