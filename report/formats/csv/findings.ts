import { conditionWords } from '../../../language/semantics/index.js';
import { leavesOf } from '../../../review/index.js';
import { citationsOn } from '../../../summary/citations.js';
import { evidenceWords } from '../../evidence.js';
import { harmsOf } from '../../../summary/harms.js';
import { locateFinding } from '../../locate.js';
import { findingDetail, findingHeadline } from '../../message.js';
import type { Reviewed } from '../../problem.js';
import { citationWords } from '../../words.js';
import { worstFirst } from '../../../summary/worst-first.js';
import { inPieces, type ReportContext } from '../format.js';
import { eachAsAsked } from '../lazily.js';
import { tablePieces } from './table.js';

export const csv = inPieces({
  id: 'csv',
  label: 'CSV',
  description: 'the findings for spreadsheets',
  extension: 'csv',
  pieces: toCsv,
});

const columns = [
  'design',
  'requirement',
  'title',
  'severity',
  'state',
  'element',
  'elementKind',
  'file',
  'line',
  'column',
  'message',
  'detail',
  'devices',
  'missing',
  'harms',
  'references',
  'evidence',
  'design owner',
] as const;

/** One row a finding, in the one order. */
function toCsv({ assessments }: Reviewed, context: ReportContext): Iterable<string> {
  const rows = eachAsAsked(worstFirst(assessments), ({ finding, assessment }) => {
    const { catalogue } = assessment.architecture;
    const requirement = catalogue.requirements.get(finding.requirement);
    const { file, line, column } = locateFinding(finding, assessment, context);
    const missing = leavesOf(finding.gaps).map(
      (leaf) => `${leaf.kind === 'control' ? leaf.control : conditionWords(leaf.condition)} on ${leaf.element}`,
    );
    return [
      finding.design,
      finding.requirement,
      requirement?.title ?? '',
      finding.severity,
      finding.state,
      finding.element,
      finding.sort,
      file,
      line,
      column,
      findingHeadline(finding, assessment),
      findingDetail(finding, assessment).join(' '),
      finding.devices,
      [...new Set(missing)].join('; '),
      (requirement === undefined ? [] : harmsOf(requirement, catalogue)).join('; '),
      citationsOn(requirement, finding.element, assessment)
        .map((citation) => citationWords(citation, catalogue))
        .join('; '),
      evidenceWords(finding, assessment.architecture),
      assessment.architecture.design.owner ?? '',
    ];
  });
  return tablePieces(columns, rows);
}
