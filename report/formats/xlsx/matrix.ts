import { matrixGrid, type MatrixGrid } from '../../../summary/matrix.js';
import type { Reviewed } from '../../problem.js';
import { eachAsAsked } from '../lazily.js';
import { stateCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** More cells than that make files that spreadsheets open slowly or not at all. */
const mostCells = 400_000;

/**
 * The state of every requirement on every element. Elements go down and requirements across: a sheet holds a million rows, but
 * only 16,384 columns, and a fleet has more elements than a catalogue has requirements.
 */
export function matrixSheet({ assessments }: Reviewed): Sheet {
  const requirements = [...new Set(assessments.flatMap((assessment) => assessment.requirements))];
  const lines: { readonly element: MatrixGrid['elements'][number]; readonly grid: MatrixGrid; readonly design: string }[] = [];
  const most = Math.max(1, Math.floor(mostCells / (requirements.length + 4)));
  let left = 0;
  for (const assessment of assessments) {
    const grid = matrixGrid(assessment);
    const shown = grid.elements.slice(0, most - lines.length);
    left += grid.elements.length - shown.length;
    for (const element of shown) lines.push({ element, grid, design: assessment.architecture.design.name });
  }
  const rows = eachAsAsked(lines, ({ element: { name, title, sort }, grid, design }): Cell[] => {
    const states = requirements.map((requirement): Cell => {
      const state = grid.stateOf(requirement, name);
      return state === undefined ? '' : stateCell(state);
    });
    return [design, name, title ?? '', sort, ...states];
  });
  return {
    name: 'Matrix',
    columns: [
      { title: 'Design', width: 14 },
      { title: 'Element', width: 18 },
      { title: 'Element title', width: 24 },
      { title: 'Sort of element', width: 13 },
      ...requirements.map((title) => ({ title, width: 14 })),
    ],
    rows,
    frozen: 2,
    notes: [
      'An empty cell: the requirement is not asked of elements of that sort.',
      ...(left === 0 ? [] : [`${left} further elements are left out: the matrix would hold more than ${mostCells} cells.`]),
    ],
  };
}
