import type { Assessment } from '../../../review/index.js';
import type { ThreatCell } from '../../../summary/threat-matrix.js';
import { matrixWords, cellSign, cellWord, cellWords, threatCounts, type MatrixSort } from '../../matrix/told.js';
import { capital } from '../../words.js';
import { mdCode, mdTable, mdText } from './escape.js';

const mostLines = 400;

/** Threat by threat how it stands, then the grid of lines by threats. */
export function threatMatrixMd(assessment: Assessment, by: MatrixSort): string {
  const { line, legend, matrixOf } = matrixWords[by];
  const matrix = matrixOf(assessment);
  const { threats, lines } = matrix;
  const left = lines.length - mostLines;
  const grid = lines
    .slice(0, mostLines)
    .map(({ name, title, whole, cells }) => [
      `${mdText(title ?? '')} ${mdCode(name, true)}`.trim(),
      cellMd(whole),
      ...threats.map((threat) => cellMd(cells.get(threat.name))),
    ]);
  return [
    mdText(`${threatCounts(matrix)}.`),
    mdTable(
      ['Threat', `${capital(line)}s`],
      threats.map(({ name, title, whole }) => [
        `${mdText(title ?? '')} ${mdCode(name, true)}`.trim(),
        mdText(`${cellSign(whole)} ${cellWords(whole)}`),
      ]),
    ),
    mdText(legend),
    mdTable([capital(line), 'All in all', ...threats.map(({ name }) => mdText(name))], grid),
    ...(left > 0 ? [`**and ${left} more ${line}s**`] : []),
  ].join('\n\n');
}

function cellMd(cell: ThreatCell | undefined): string {
  if (cell === undefined) return '';
  return mdText(`${cellSign(cell)} ${cellWord(cell)}${cell.of === 0 ? '' : ` ${cell.names.length}/${cell.of}`}`);
}
