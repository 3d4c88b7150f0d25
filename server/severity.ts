import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../review/index.js';
import { counted } from '../summary/count.js';

const severities = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Information,
} as const;

/** The list of problems holds what every report counts; what is planned or unknown is marked in the text, and told beside the number. */
export function severityOf(finding: Finding): DiagnosticSeverity {
  return counted(finding) ? severities[finding.severity] : DiagnosticSeverity.Hint;
}
