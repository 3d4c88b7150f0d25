import { threatRows } from '../../../summary/threat-matrix.js';
import type { Reviewed } from '../../problem.js';
import type { Cell, Sheet } from './sheet.js';

/** More cells than that make files that spreadsheets open slowly or not at all. */
const mostCells = 200_000;

/** Threat by element: of each element the worst that the requirements against a threat come to, and how many of them are so. */
export function threatsSheet({ assessments }: Reviewed): Sheet {
  const all = assessments.flatMap((assessment) => threatRows(assessment).map((row) => ({ row, assessment })));
  const catalogues = assessments.flatMap(({ architecture }) => [...architecture.catalogue.threats.keys()]);
  const threats = [...new Set(catalogues)].filter((threat) => all.some(({ row }) => row.cells.has(threat)));
  const most = Math.max(1, Math.floor(mostCells / (threats.length + 3)));
  const left = all.length - most;
  return {
    name: 'Threats',
    columns: [
      { title: 'Design', width: 14 },
      { title: 'Element', width: 18 },
      { title: 'Element title', width: 24 },
      ...threats.map((title) => ({ title, width: 18 })),
    ],
    rows: all.slice(0, most).map(({ row: { element, title, cells }, assessment }): Cell[] => [
      assessment.architecture.design.name,
      element,
      title ?? '',
      ...threats.map((threat): Cell => {
        const cell = cells.get(threat);
        return cell === undefined ? '' : `${cell.state} (${cell.requirements.length} of ${cell.of})`;
      }),
    ]),
    frozen: 2,
    notes: [
      'Of the requirements against a threat that apply to an element, the worst state, and how many of them have it. An empty cell: none applies.',
      ...(left > 0 ? [`${left} further elements are left out: the matrix would hold more than ${mostCells} cells.`] : []),
    ],
  };
}
