import type { Reviewed } from '../../problem.js';
import { withComparison, type ReportContext, type ReportFormat } from '../format.js';
import { decisionsBlocks } from './decisions.js';
import { documentBytes } from './document.js';
import { findingsBlocks } from './findings.js';
import { documentTitle, frontBlocks } from './front.js';
import { legendBlocks } from './legend.js';
import { actingBlocks, controlsBlocks, problemsBlocks, questionsBlocks } from './lists.js';
import { managementBlocks } from './management.js';
import { picturesBlocks } from './picture/index.js';
import { reachBlocks } from './reach.js';
import { standardsBlocks } from './standards.js';

export const docx: ReportFormat = {
  id: 'docx',
  label: 'Word document',
  description:
    'a report to edit and hand on: management summary, the picture, findings by severity, decisions, questions, who has to act, controls, standards',
  extension: 'docx',
  showsPictures: true,
  write: toDocx,
};

function toDocx(reviewed: Reviewed, given: ReportContext): Uint8Array {
  const { assessments, problems } = reviewed;
  const context = withComparison(reviewed, given);
  const [first] = assessments;
  return documentBytes({
    title: documentTitle(assessments),
    // Nothing was reviewed on any day: a zip begins with this one.
    date: first?.date ?? '1980-01-01',
    version: context.version,
    front: frontBlocks(assessments, context),
    blocks: [
      ...managementBlocks(reviewed),
      ...picturesBlocks(assessments, context),
      ...findingsBlocks(assessments, context),
      ...reachBlocks(assessments),
      ...decisionsBlocks(assessments, context),
      ...questionsBlocks(assessments),
      ...actingBlocks(assessments),
      ...controlsBlocks(assessments, context),
      ...standardsBlocks(assessments),
      ...problemsBlocks(problems, context),
      ...legendBlocks(context.version),
    ],
  });
}
