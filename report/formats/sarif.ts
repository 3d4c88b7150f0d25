import type { Location as SarifLocation, Log, Notification, ReportingDescriptor, Result as SarifResult } from 'sarif';
import type { Requirement, Severity } from '../../language/model/index.js';
import { elementNamed, type Assessment, type Finding, type Result } from '../../review/index.js';
import { harmsOf } from '../harms.js';
import { locate, type Location } from '../locate.js';
import { findingMessage } from '../message.js';
import { handbookAddress } from '../handbook.js';
import { requirementMarkdown, requirementText } from '../pages.js';
import type { Problem, Reviewed } from '../problem.js';
import { citationWords } from '../words.js';
import type { ReportContext, ReportFormat } from './format.js';

export const sarif: ReportFormat = {
  id: 'sarif',
  label: 'SARIF',
  description: 'for code scanning and other tools',
  extension: 'sarif',
  write: toSarif,
};

/** GitHub keeps 5,000 results a run and refuses more than 25,000. */
const mostResults = 25_000;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** Inside the bands that code scanning makes of them: above 9 critical, from 7 high, from 4 medium. */
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0', info: '0.5' };
const ranks: Readonly<Record<Severity, number>> = { critical: 95, high: 80, medium: 55, low: 20, info: 5 };

/** The findings as SARIF 2.1.0, those accepted or excluded as suppressed results. */
function toSarif({ assessments, problems }: Reviewed, options: ReportContext): string {
  const requirements = new Map<string, { requirement: Requirement; assessment: Assessment }>();
  for (const assessment of assessments) {
    for (const name of assessment.requirements) {
      const requirement = assessment.architecture.catalogue.requirements.get(name);
      if (requirement !== undefined && !requirements.has(name)) requirements.set(name, { requirement, assessment });
    }
  }
  const rules = [...requirements.values()];
  const index = new Map(rules.map(({ requirement }, at) => [requirement.name, at]));
  const results = assessments.flatMap((assessment) => [
    ...assessment.findings.map((finding) => openResult(finding, assessment, index, options)),
    ...assessment.results.flatMap((result) => suppressedResult(result, assessment, index, options)),
  ]);
  const left = results.length - mostResults;
  const toolExecutionNotifications = [
    ...problems.map((problem) => notification(problem, options)).sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    ...(left > 0 ? [{ level: 'warning' as const, message: { text: `${left} further results are left out.` } }] : []),
  ];
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Meterlint',
            semanticVersion: options.version,
            informationUri: 'https://github.com/meterlint/meterlint',
            rules: rules.map(({ requirement, assessment }) => ruleOf(requirement, assessment)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that was reviewed.' } } },
        results: results.slice(0, mostResults),
        invocations: [{ executionSuccessful: problems.every(({ severity }) => severity !== 'error'), toolExecutionNotifications }],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const notificationLevels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** A mistake of writing: not a result, but what a reader of the results has to know. */
function notification({ code, severity, message, range }: Problem, options: ReportContext): Notification {
  return {
    descriptor: { id: code },
    level: notificationLevels[severity],
    message: { text: message },
    locations: [physical(locate(range, options.toPath))],
  };
}

/** Notifications in the order of their places, whoever collected them. */
function key({ locations, message }: Notification): string {
  const { artifactLocation, region } = locations![0]!.physicalLocation!;
  const place = [region!.startLine, region!.startColumn].map((number) => String(number).padStart(9, '0'));
  return [artifactLocation!.uri, ...place, message.text].join(' ');
}

function ruleOf(requirement: Requirement, { architecture }: Assessment): ReportingDescriptor {
  const severity = requirement.severity.branches[0]?.severity ?? requirement.severity.otherwise;
  const helpUri = handbookAddress(requirement);
  return {
    id: requirement.name,
    name: requirement.name,
    shortDescription: { text: requirement.title ?? requirement.name },
    fullDescription: { text: (requirement.because ?? requirement.title ?? requirement.name).slice(0, 1000) },
    ...(helpUri === undefined ? {} : { helpUri }),
    help: {
      text: requirementText(requirement, architecture.catalogue),
      markdown: requirementMarkdown(requirement, architecture.catalogue),
    },
    defaultConfiguration: { level: levels[severity], rank: ranks[severity] },
    properties: {
      tags: [
        'security',
        ...(requirement.category === undefined ? [] : [requirement.category]),
        ...harmsOf(requirement, architecture.catalogue),
        ...requirement.mitigates,
      ].slice(0, 10),
      precision: 'high',
      'security-severity': scores[severity],
      references: requirement.see.map((citation) => citationWords(citation, architecture.catalogue)),
    },
  };
}

function openResult(finding: Finding, assessment: Assessment, index: ReadonlyMap<string, number>, options: ReportContext): SarifResult {
  const where = locate(finding.range, options.toPath);
  const later = finding.state === 'planned' || finding.state === 'unknown';
  const requirement = assessment.architecture.catalogue.requirements.get(finding.requirement);
  const related = requirement === undefined || requirement.builtIn ? [] : [locate(requirement.range, options.toPath)];
  return {
    ruleId: finding.requirement,
    ruleIndex: index.get(finding.requirement) ?? -1,
    level: later ? 'note' : levels[finding.severity],
    rank: ranks[finding.severity],
    message: { text: findingMessage(finding, assessment) },
    locations: [sarifLocation(where, finding)],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((location, id) => ({ ...physical(location), id, message: { text: 'The requirement' } })) }),
    partialFingerprints: fingerprints(finding.id, options),
    suppressions: [],
    properties: { state: finding.state, severity: finding.severity, design: finding.design },
  };
}

function suppressedResult(
  result: Result,
  assessment: Assessment,
  index: ReadonlyMap<string, number>,
  options: ReportContext,
): SarifResult[] {
  const { decision } = result;
  const { architecture } = assessment;
  const element = elementNamed(architecture, result.element);
  if (decision === undefined || element === undefined) return [];
  const id = `${architecture.design.name}/${result.requirement}/${result.element}`;
  const by = decision.by === undefined ? '' : ` (${decision.by})`;
  const until = decision.until === undefined ? '' : ` until ${decision.until}`;
  const justification = `${result.state}${until}: ${decision.because ?? 'no reason given'}${by}`;
  return [
    {
      ruleId: result.requirement,
      ruleIndex: index.get(result.requirement) ?? -1,
      level: levels[result.severity],
      rank: ranks[result.severity],
      message: { text: `${result.requirement} on ${result.element} is ${justification}` },
      locations: [sarifLocation(locate(element.range, options.toPath), { element: result.element, design: architecture.design.name })],
      partialFingerprints: fingerprints(id, options),
      suppressions: [{ kind: 'inSource', status: 'accepted', justification, location: physical(locate(decision.range, options.toPath)) }],
      properties: { state: result.state, severity: result.severity, design: architecture.design.name },
    },
  ];
}

function fingerprints(id: string, { digest }: ReportContext): Record<string, string> {
  const value = digest(id);
  // Code scanning follows a result by the second name only; the identity holds no line, so both are the same.
  return { 'elementPath/v1': value, primaryLocationLineHash: `${value.slice(0, 16)}:1` };
}

function sarifLocation(where: Location, subject: { readonly element: string; readonly design: string }): SarifLocation {
  return { ...physical(where), logicalLocations: [{ name: subject.element, fullyQualifiedName: `${subject.design}/${subject.element}` }] };
}

function physical(where: Location): SarifLocation {
  const uri = where.file.split('/').map(encodeURIComponent).join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: 'SRCROOT' },
      region: { startLine: where.line, startColumn: where.column, endLine: where.endLine, endColumn: where.endColumn },
    },
  };
}
