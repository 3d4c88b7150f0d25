import type { Assessment } from '../../review/index.js';
import type { ThreatCell } from '../../summary/threat-matrix.js';
import { tableText } from '../formats/csv/table.js';
import { jsonText } from '../formats/json-text.js';
import { matrixWords, cellWord, type MatrixSort } from './told.js';

/** A row for each cell, so that a spreadsheet can turn it as it likes; a requirement against no threat has one without a threat. */
export function cellsCsv(assessments: readonly Assessment[], by: MatrixSort): string {
  const { line, counted, matrixOf } = matrixWords[by];
  const rows = assessments.flatMap((assessment) => {
    const { threats, lines } = matrixOf(assessment);
    const titles = new Map(threats.map(({ name, title }) => [name, title ?? '']));
    return lines.flatMap(({ name, title, whole, cells }) =>
      [...(cells.size === 0 ? [['', whole] as const] : cells)].map(([threat, cell]) => [
        assessment.architecture.design.name,
        name,
        title ?? '',
        threat,
        titles.get(threat) ?? '',
        cellWord(cell),
        cell.state,
        cell.names.length,
        cell.of,
        cell.names.join('; '),
      ]),
    );
  });
  return tableText(['design', line, `${line} title`, 'threat', 'threat title', 'result', 'state', 'how many', 'of', counted], rows);
}

/** The same for programs, as `docs/matrix.md` describes it. */
export function matrixJson(assessments: readonly Assessment[], by: MatrixSort): string {
  const { line, counted, matrixOf } = matrixWords[by];
  const cellData = ({ state, severity, names, of }: ThreatCell) => ({ state, severity: severity ?? null, [counted]: names, of });
  const designs = assessments.map((assessment) => {
    const { threats, lines } = matrixOf(assessment);
    return {
      design: assessment.architecture.design.name,
      date: assessment.date,
      threats: threats.map(({ name, title, whole: { state, severity, names, of } }) => {
        return { threat: name, title: title ?? null, state, severity: severity ?? null, [`${line}s`]: names, of };
      }),
      lines: lines.map(({ name, title, whole, cells }) => ({
        [line]: name,
        title: title ?? null,
        ...cellData(whole),
        threats: [...cells].map(([threat, cell]) => ({ threat, ...cellData(cell) })),
      })),
    };
  });
  return jsonText({ version: 1, by, designs });
}
