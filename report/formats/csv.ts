import { stringify } from 'csv-stringify/sync';
import { leavesOf } from '../../review/index.js';
import { harmsOf } from '../harms.js';
import { locate } from '../locate.js';
import { findingMessage } from '../message.js';
import type { Reviewed } from '../problem.js';
import { citationWords } from '../words.js';
import type { ReportContext, ReportFormat } from './format.js';

export const csv: ReportFormat = {
  id: 'csv',
  label: 'CSV',
  description: 'for spreadsheets',
  extension: 'csv',
  write: toCsv,
};

const columns = [
  'design',
  'requirement',
  'title',
  'severity',
  'state',
  'element',
  'place',
  'file',
  'line',
  'column',
  'message',
  'missing',
  'harms',
  'references',
] as const;

/** One row a finding, for spreadsheets. No cell can start a formula. */
function toCsv({ assessments }: Reviewed, { toPath }: ReportContext): string {
  const rows = assessments.flatMap((assessment) =>
    assessment.findings.map((finding) => {
      const { catalogue } = assessment.architecture;
      const requirement = catalogue.requirements.get(finding.requirement);
      const { file, line, column } = locate(finding.range, toPath);
      const missing = leavesOf(finding.gaps).map((leaf) => `${leaf.kind === 'control' ? leaf.control : leaf.words} on ${leaf.element}`);
      return [
        finding.design,
        finding.requirement,
        requirement?.title ?? '',
        finding.severity,
        finding.state,
        finding.element,
        finding.place,
        file,
        line,
        column,
        findingMessage(finding, assessment),
        [...new Set(missing)].join('; '),
        (requirement === undefined ? [] : harmsOf(requirement, catalogue)).join('; '),
        (requirement?.see ?? []).map((citation) => citationWords(citation, catalogue)).join('; '),
      ].map((cell) => (typeof cell === 'string' ? withoutLead(cell) : cell));
    }),
  );
  return stringify([[...columns], ...rows], { escape_formulas: true, record_delimiter: 'windows' });
}

/** A line break or control character before `=` would slip past the guard against formulas. */
function withoutLead(text: string): string {
  return text.replace(/^[\s\u0000-\u001F\u007F]+/, '').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '');
}
