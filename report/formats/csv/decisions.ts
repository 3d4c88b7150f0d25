import { locatePart } from '../../locate.js';
import type { Reviewed } from '../../problem.js';
import { decisionRegister } from '../../../summary/register.js';
import { inPieces, type ReportContext } from '../format.js';
import { eachAsAsked } from '../lazily.js';
import { tablePieces } from './table.js';

export const decisionsCsv = inPieces({
  id: 'decisions-csv',
  label: 'Decisions (CSV)',
  description: 'who accepted or excluded what, until when, and what stands behind it',
  extension: 'decisions.csv',
  pieces: toCsv,
});

const columns = [
  'design',
  'decision',
  'requirement',
  'title',
  'element',
  'standing',
  'reason',
  'owner',
  'until',
  'days left',
  'without decision',
  'severity',
  'file',
  'line',
  'elements',
  'design owner',
] as const;

/** One row a requirement and target that a decision names; the elements are those on which it counts. */
function toCsv({ assessments }: Reviewed, context: ReportContext): Iterable<string> {
  const rows = eachAsAsked(decisionRegister(assessments), (entry) => {
    const { file, line } = locatePart(entry.decision, context);
    return [
      entry.design,
      entry.verb,
      entry.requirement,
      entry.title,
      entry.element,
      entry.standing,
      entry.reason ?? '',
      entry.owner ?? '',
      entry.until ?? '',
      entry.daysLeft ?? '',
      entry.computed ?? '',
      entry.severity ?? '',
      file,
      line,
      entry.covers.join('; '),
      entry.designOwner ?? '',
    ];
  });
  return tablePieces(columns, rows);
}
