import { evidenceWords } from '../../evidence.js';
import { locatePart } from '../../locate.js';
import type { Assessment } from '../../../review/index.js';
import { eachMatrixRow } from '../../../summary/matrix.js';
import type { Reviewed } from '../../problem.js';
import { stateReason } from '../../reasons.js';
import { inPieces, type ReportContext } from '../format.js';
import { tablePieces } from './table.js';

export const matrixCsv = inPieces({
  id: 'matrix-csv',
  label: 'Traceability matrix (CSV)',
  description: 'every requirement by element, with its state and why',
  extension: 'matrix.csv',
  pieces: toCsv,
});

const columns = [
  'design',
  'requirement',
  'title',
  'category',
  'element',
  'element title',
  'elementKind',
  'state',
  'without decisions',
  'severity',
  'reason',
  'decided by',
  'decided until',
  'file',
  'line',
  'evidence',
  'design owner',
] as const;

/** One row a requirement and element that it is asked of, also where all is well. */
function toCsv({ assessments }: Reviewed, context: ReportContext): Iterable<string> {
  return tablePieces(columns, rowsOf(assessments, context));
}

function* rowsOf(assessments: readonly Assessment[], context: ReportContext): Iterable<(string | number)[]> {
  for (const assessment of assessments) {
    for (const { result, declared, ...row } of eachMatrixRow(assessment)) {
      const where = declared === undefined ? undefined : locatePart(declared, context);
      yield [
        row.design,
        row.requirement,
        row.title,
        row.category ?? '',
        row.element,
        row.elementTitle ?? '',
        row.sort,
        row.state,
        result.computed,
        // What does not apply has no severity worth a column of numbers.
        result.computed === 'not applicable' ? '' : result.severity,
        stateReason(result, assessment),
        result.decision?.by ?? '',
        result.decision?.until ?? '',
        where?.file ?? '',
        where?.line ?? '',
        evidenceWords(result, assessment.architecture),
        assessment.architecture.design.owner ?? '',
      ];
    }
  }
}
