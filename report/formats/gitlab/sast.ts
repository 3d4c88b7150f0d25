import type { Severity } from '../../../language/model/index.js';
import { isFault } from '../../../language/semantics/index.js';
import { citationsOn } from '../../../summary/citations.js';
import { atMost, oneLine, printable, wellFormed } from '../../clean.js';
import { handbookAddress } from '../../handbook.js';
import { evidenceWords } from '../../evidence.js';
import { identityOf } from '../../identity.js';
import { locateFinding } from '../../locate.js';
import { findingHeadline, findingMessage } from '../../message.js';
import { countOccurrences } from '../../occurrences.js';
import type { Reviewed } from '../../problem.js';
import { uuidOf } from '../../uuid.js';
import { citationWords } from '../../words.js';
import { worstFindings, type Reported } from '../../../summary/worst-first.js';
import type { ReportContext, ReportFormat } from '../format.js';
import { jsonText } from '../json-text.js';

export const gitlabSast: ReportFormat = {
  id: 'gitlab-sast',
  label: 'GitLab SAST',
  description: 'for the vulnerability report and the security widget',
  extension: 'gl-sast.json',
  write: toSast,
};

/** GitLab takes any 15.0.x for the newest of these that it knows. */
const schemaVersion = '15.0.4';
const mostVulnerabilities = 25_000;
/** GitLab reads no more; the first is what it follows a vulnerability by. */
const mostIdentifiers = 20;
const home = 'https://github.com/meterlint/meterlint';

const grades: Readonly<Record<Severity, string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' };

/** The open findings; what was accepted or excluded is none. A report that breaks the schema anywhere is not read at all. */
function toSast({ assessments, problems }: Reviewed, context: ReportContext): string {
  const { kept, left } = worstFindings(assessments, mostVulnerabilities);
  const unique = countOccurrences();
  const program = { id: 'meterlint', name: 'Meterlint', url: home, version: context.version, vendor: { name: 'Meterlint' } };
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const messages = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'} of writing: what they hide is not reviewed.`] : []),
    ...(left > 0 ? [`${left} further findings are left out here, the least severe. Another format tells them all.`] : []),
  ];
  // No clock: the day that the review looked at, from midnight to midnight.
  const time = `${dayOf(assessments[0]?.date)}T00:00:00`;
  const report = {
    version: schemaVersion,
    schema: `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${schemaVersion}/dist/sast-report-format.json`,
    scan: {
      analyzer: program,
      scanner: program,
      type: 'sast',
      start_time: time,
      end_time: time,
      status: 'success',
      ...(messages.length === 0 ? {} : { messages: messages.map((value) => ({ level: 'warn', value })) }),
    },
    vulnerabilities: kept.map((reported) => vulnerability(reported, unique, context)),
  };
  return jsonText(report);
}

function dayOf(date: string | undefined): string {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '1970-01-01';
}

function vulnerability({ finding, assessment }: Reported, unique: (id: string) => string, context: ReportContext) {
  const { digest } = context;
  const { catalogue } = assessment.architecture;
  const requirement = catalogue.requirements.get(finding.requirement);
  const where = locateFinding(finding, assessment, context);
  const later = !isFault(finding.state);
  const address = handbookAddress(requirement);
  const solution = atMost(printable(requirement?.guidance ?? '').trim(), 7_000);
  const cited = [
    ...new Set(citationsOn(requirement, finding.element, assessment).map((citation) => oneLine(citationWords(citation, catalogue)))),
  ];
  return {
    id: uuidOf(`finding ${unique(identityOf(finding.id, assessment, context))}`, digest),
    name: atMost(oneLine(findingHeadline(finding, assessment)), 255),
    description: atMost(printable(descriptionOf({ finding, assessment })), 100_000),
    severity: later ? 'Info' : grades[finding.severity],
    ...(solution === '' ? {} : { solution }),
    identifiers: [
      {
        type: 'meterlint_requirement',
        name: finding.requirement,
        value: finding.requirement,
        ...(address === undefined ? {} : { url: address }),
      },
      ...cited.filter((words) => words !== '').map((words) => ({ type: 'reference', name: atMost(words, 255), value: atMost(words, 255) })),
    ].slice(0, mostIdentifiers),
    location: {
      file: wellFormed(where.file),
      start_line: where.line,
      end_line: where.endLine,
      class: finding.design,
      method: finding.element,
    },
  };
}

/** The message, what is named for a control that is planned or weak, and who answers for the design: the format has no field for these. */
function descriptionOf({ finding, assessment }: Reported): string {
  const { architecture } = assessment;
  const evidence = evidenceWords(finding, architecture);
  const { owner } = architecture.design;
  return [
    findingMessage(finding, assessment),
    ...(evidence === '' ? [] : [`Evidence: ${evidence}.`]),
    ...(owner === undefined ? [] : [`Owner of the design: ${owner}.`]),
  ].join('\n\n');
}
