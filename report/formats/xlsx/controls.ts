import { plannedWords } from '../../evidence.js';
import { statedControls } from '../../../summary/evidence.js';
import { locatePart } from '../../locate.js';
import type { Reviewed } from '../../problem.js';
import type { ReportContext } from '../format.js';
import { eachAsAsked } from '../lazily.js';
import { wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** The register of stated controls: what the design says is there or will be, and what it names for it. */
export function controlsSheet({ assessments }: Reviewed, context: ReportContext): Sheet {
  const stated = assessments.flatMap(({ architecture }) => statedControls(architecture).map((one) => ({ one, architecture })));
  const rows = eachAsAsked(stated, ({ one, architecture }): Cell[] => {
    const { file, line } = locatePart(one.statement, context);
    return [
      architecture.design.name,
      one.element,
      one.sort,
      one.control,
      one.mechanisms.join(', '),
      plannedWords(one),
      wrappedCell(one.evidence ?? ''),
      `${file}:${line}`,
    ];
  });
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
