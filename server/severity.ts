import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../language/model/index.js';
import type { Finding } from '../review/index.js';
import { counted } from '../summary/count.js';

/** What each severity is shown as where nobody says otherwise. */
const usual: Readonly<Record<Severity, ShownAs>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'information',
  info: 'information',
};

const shown = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;
type ShownAs = keyof typeof shown;

/** What the user sets of it: a word of ours for a severity. What is no such word changes nothing. */
export type ShownSeverities = Readonly<Partial<Record<string, unknown>>>;

/** The list of problems holds what every report counts; what is planned or unknown is marked in the text, and told beside the number. */
export function severityOf(finding: Finding, set: ShownSeverities = {}): DiagnosticSeverity {
  if (!counted(finding)) return DiagnosticSeverity.Hint;
  const own = set[finding.severity];
  return shown[isShown(own) ? own : usual[finding.severity]];
}

function isShown(value: unknown): value is ShownAs {
  return typeof value === 'string' && Object.hasOwn(shown, value);
}
