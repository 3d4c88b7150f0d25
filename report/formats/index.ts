import { clausesCsv } from './csv/clauses.js';
import { decisionsCsv } from './csv/decisions.js';
import { csv } from './csv/findings.js';
import { matrixCsv } from './csv/matrix.js';
import { cyclonedx } from './cyclonedx/index.js';
import type { ReportFormat } from './format.js';
import { gitlabCodeQuality } from './gitlab/code-quality.js';
import { gitlabSast } from './gitlab/sast.js';
import { htmlReport } from './html/index.js';
import { json } from './json/index.js';
import { junit } from './junit.js';
import { markdown } from './markdown/index.js';
import { oscal } from './oscal/index.js';
import { otm } from './otm/index.js';
import { sarif } from './sarif/index.js';
import { xlsx } from './xlsx/index.js';

export type { ReportContext, ReportFormat } from './format.js';

/** Every format that a review can be told in, in the order that users see. The text for terminals is not among them: it is no file. */
export const formats: readonly ReportFormat[] = [
  sarif,
  htmlReport,
  markdown,
  csv,
  matrixCsv,
  clausesCsv,
  decisionsCsv,
  xlsx,
  junit,
  gitlabCodeQuality,
  gitlabSast,
  json,
  oscal,
  otm,
  cyclonedx,
];

export function formatNamed(id: string): ReportFormat | undefined {
  return formats.find((format) => format.id === id);
}
