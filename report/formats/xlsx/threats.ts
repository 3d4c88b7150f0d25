import type { Assessment } from '../../../review/index.js';
import type { ThreatCell } from '../../../summary/threat-matrix.js';
import { matrixWords, cellWords, type MatrixSort } from '../../matrix/told.js';
import { eachAsAsked } from '../lazily.js';
import { summedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** More cells than that make files that spreadsheets open slowly or not at all. */
const mostCells = 200_000;

/** Threat by element: of each element the worst that the requirements against a threat come to, and how many of them are so. */
export function threatsSheet(assessments: readonly Assessment[]): Sheet {
  return sheetOf('Threats', assessments, 'threat');
}

/** Requirement by threat: how each requirement stands at the threats that it works against. */
export function requirementThreatsSheet(assessments: readonly Assessment[]): Sheet {
  return sheetOf('Requirements by threat', assessments, 'requirement-threat');
}

function sheetOf(name: string, assessments: readonly Assessment[], by: MatrixSort): Sheet {
  const { line, legend, matrixOf } = matrixWords[by];
  const matrices = assessments.map((assessment) => ({ assessment, ...matrixOf(assessment) }));
  const threats = [...new Set(matrices.flatMap((one) => one.threats.map((threat) => threat.name)))];
  const all = matrices.flatMap(({ assessment, lines }) => lines.map((own) => ({ own, assessment })));
  const most = Math.max(1, Math.floor(mostCells / (threats.length + 4)));
  const left = all.length - most;
  return {
    name,
    columns: [
      { title: 'Design', width: 14 },
      { title: line === 'element' ? 'Element' : 'Requirement', width: 26 },
      { title: line === 'element' ? 'Element title' : 'Title', width: 34 },
      { title: 'All in all', width: 20 },
      ...threats.map((title) => ({ title, width: 18 })),
    ],
    rows: eachAsAsked(all.slice(0, most), ({ own, assessment }): Cell[] => [
      assessment.architecture.design.name,
      own.name,
      own.title ?? '',
      told(own.whole),
      ...threats.map((threat): Cell => {
        const cell = own.cells.get(threat);
        return cell === undefined ? '' : told(cell);
      }),
    ]),
    frozen: 2,
    notes: [legend, ...(left > 0 ? [`${left} further ${line}s are left out: the matrix would hold more than ${mostCells} cells.`] : [])],
  };
}

function told(cell: ThreatCell): Cell {
  return summedCell(cellWords(cell), cell.state, cell.severity);
}
