import type { Reviewed } from '../../problem.js';
import type { ReportContext, ReportFormat } from '../format.js';
import { clausesSheet } from './clauses.js';
import { controlsSheet } from './controls.js';
import { decisionsSheet } from './decisions.js';
import { designsSheet } from './designs.js';
import { findingsSheet } from './findings.js';
import { matrixSheet } from './matrix.js';
import { questionsSheet } from './questions.js';
import { attacksSheet, reachSheet, waysSheet } from './reach.js';
import { fitted } from './sheet.js';
import { summarySheet } from './summary.js';
import { requirementThreatsSheet, threatsSheet } from './threats.js';
import { workbookBytes } from './workbook.js';

export const xlsx: ReportFormat = {
  id: 'xlsx',
  label: 'Excel workbook',
  description:
    'management summary, findings with owner, due and status, questions, decisions, stated controls, designs, matrix, clauses, and how far an attacker gets as sheets',
  extension: 'xlsx',
  write: toXlsx,
};

function toXlsx(reviewed: Reviewed, context: ReportContext): Uint8Array {
  const sheets = [
    summarySheet(reviewed, context),
    findingsSheet(reviewed, context),
    questionsSheet(reviewed),
    decisionsSheet(reviewed),
    controlsSheet(reviewed, context),
    designsSheet(reviewed),
    matrixSheet(reviewed),
    clausesSheet(reviewed, context),
    reachSheet(reviewed.assessments),
    waysSheet(reviewed.assessments),
    attacksSheet(reviewed.assessments),
    threatsSheet(reviewed.assessments),
    requirementThreatsSheet(reviewed.assessments),
  ];
  return workbookBytes(sheets.map(fitted));
}
