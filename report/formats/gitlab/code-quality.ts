import type { Severity } from '../../../language/model/index.js';
import { isFault } from '../../../language/semantics/index.js';
import { atMost, oneLine, wellFormed } from '../../clean.js';
import { evidenceWords } from '../../evidence.js';
import { identityOf } from '../../identity.js';
import { locate, locateFinding } from '../../locate.js';
import { findingHeadline } from '../../message.js';
import { countOccurrences } from '../../occurrences.js';
import type { Problem, Reviewed } from '../../problem.js';
import { worstFindings, type Reported } from '../../../summary/worst-first.js';
import type { ReportContext, ReportFormat } from '../format.js';
import { jsonText } from '../json-text.js';

export const gitlabCodeQuality: ReportFormat = {
  id: 'gitlab-code-quality',
  label: 'GitLab code quality',
  description: 'for the code quality widget of merge requests',
  extension: 'gl-code-quality.json',
  write: toCodeQuality,
};

/** A merge request with more shows none of them well; what is left out is said in an entry of its own. */
const mostEntries = 25_000;
const mostMistakes = 1_000;
const mostCharacters = 2_000;

const grades: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** An entry a finding and an error of writing; an empty list where there are none. The fingerprint holds no line, so that it follows a finding. */
function toCodeQuality({ assessments, problems }: Reviewed, context: ReportContext): string {
  const { kept, left } = worstFindings(assessments, mostEntries);
  const unique = countOccurrences();
  const mistakes = problems.filter(({ severity }) => severity === 'error').slice(0, mostMistakes);
  const entries = [
    ...mistakes.map((problem) => mistakeOf(problem, unique, context)),
    ...kept.map((reported) => entryOf(reported, unique, context)),
  ];
  const first = entries[0];
  const notice = { description: `${left} further findings are left out here. Another format tells them all.`, check_name: 'meterlint' };
  const told =
    left === 0 || first === undefined
      ? entries
      : [{ ...notice, fingerprint: context.digest('left out'), severity: 'info', location: first.location }, ...entries];
  return jsonText(told);
}

/** What an error hides is not reviewed: that counts as much as a high finding. */
function mistakeOf({ code, message, range }: Problem, unique: (id: string) => string, { toPath, digest }: ReportContext) {
  const { file, line } = locate(range, toPath);
  return {
    description: atMost(oneLine(message), mostCharacters),
    check_name: code,
    fingerprint: digest(unique(`mistake ${code} ${file} ${message}`)),
    severity: grades.high,
    location: { path: wellFormed(file), lines: { begin: line } },
  };
}

function entryOf({ finding, assessment }: Reported, unique: (id: string) => string, context: ReportContext) {
  const { digest } = context;
  const { file, line } = locateFinding(finding, assessment, context);
  const evidence = evidenceWords(finding, assessment.architecture);
  const later = !isFault(finding.state);
  return {
    description: atMost(
      oneLine(`${findingHeadline(finding, assessment)}${evidence === '' ? '' : ` Evidence: ${evidence}.`}`),
      mostCharacters,
    ),
    check_name: finding.requirement,
    fingerprint: digest(unique(identityOf(finding.id, assessment, context))),
    severity: later ? 'info' : grades[finding.severity],
    location: { path: wellFormed(file), lines: { begin: line } },
  };
}
