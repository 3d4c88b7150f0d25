import { isFault } from '../../language/semantics/index.js';
import type { Assessment, Finding } from '../../review/index.js';
import { atMost, oneLine, printable } from '../clean.js';
import { hasEvidence, statedControls } from '../../summary/evidence.js';
import { statementWords } from '../evidence.js';
import { locate, locateFinding } from '../locate.js';
import { findingHeadline, findingMessage } from '../message.js';
import type { Problem, Reviewed } from '../problem.js';
import { stateReason } from '../reasons.js';
import { elementWords } from '../words.js';
import type { ReportContext, ReportFormat } from './format.js';

export const junit: ReportFormat = {
  id: 'junit',
  label: 'JUnit XML',
  description: 'for the test views of build servers',
  extension: 'junit.xml',
  write: toJunit,
};

/** GitLab refuses a report of 250,000 parts; a case is up to some twenty of them. */
const mostCases = 10_000;
const mostProperties = 1_000;
const mostCharacters = 4_000;
const mistakeSuite = 'validation errors';

/** A case a requirement and element: `failure` is open, `skipped` is left to somebody or to later, nothing is met; `error` is a validation error. */
interface Case {
  readonly name: string;
  readonly suite: string;
  readonly outcome: 'error' | 'failure' | 'skipped' | 'met';
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

type Property = readonly [name: string, value: string];

/** What all readers agree on: suites, cases, failures, skipped ones. The requirement is in the name, as some read nothing else. */
function toJunit({ assessments, problems }: Reviewed, context: ReportContext): string {
  const mistakes = mistakeCases(problems, context);
  const suites = [
    ...(mistakes.length === 0 ? [] : [{ name: mistakeSuite, cases: mistakes, properties: [] }]),
    ...assessments.map((assessment) => ({
      name: assessment.architecture.design.name,
      cases: casesOf(assessment, context),
      properties: propertiesOf(assessment),
    })),
  ];
  const total = suites.reduce((sum, { cases }) => sum + cases.length, 0);
  const chosen = total > mostCases ? mostImportant(suites.flatMap(({ cases }) => cases)) : undefined;
  const told = suites.map(({ name, cases, properties }) => ({
    name,
    properties,
    cases: chosen === undefined ? cases : cases.filter((one) => chosen.has(one)),
  }));
  const left = total - told.reduce((sum, { cases }) => sum + cases.length, 0);
  const body = [...told.map(({ name, cases, properties }) => suiteText(name, cases, properties)), ...noticeSuite(left)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${body.join('')}</testsuites>\n`;
}

/** Errors only: what they hide is in no other case, and a test view without them would be green. */
function mistakeCases(problems: readonly Problem[], { toPath }: ReportContext): Case[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, range }) => {
      const { file, line, column } = locate(range, toPath);
      const place = `${file}:${line}:${column}`;
      return { name: `${code} at ${place}`, suite: mistakeSuite, outcome: 'error', type: code, message, text: `${place}\n${message}` };
    });
}

function casesOf(assessment: Assessment, context: ReportContext): Case[] {
  const findings = new Map(assessment.findings.map((finding) => [`${finding.requirement} ${finding.element}`, finding]));
  return assessment.results
    .filter(({ state }) => state !== 'not applicable' || context.everything === true)
    .map((result): Case => {
      const { requirement, element, state } = result;
      const finding = findings.get(`${requirement} ${element}`);
      const failed = finding !== undefined && isFault(state);
      const reason = finding === undefined ? stateReason(result, assessment) : findingMessage(finding, assessment);
      return {
        name: `${requirement} on ${elementWords(assessment.architecture, element)}`,
        suite: assessment.architecture.design.name,
        outcome: failed ? 'failure' : state === 'met' ? 'met' : 'skipped',
        type: failed ? `${finding.severity} ${state}` : state,
        message: finding === undefined ? reason : findingHeadline(finding, assessment),
        text: finding === undefined ? reason : `${findingPosition(finding, assessment, context)}\n${reason}`,
      };
    });
}

/** What no case tells: who answers for the design, and what is named for its controls. */
function propertiesOf({ architecture }: Assessment): Property[] {
  const { owner } = architecture.design;
  const evidence = statedControls(architecture).filter(hasEvidence);
  return [
    ...(owner === undefined ? [] : [['owner', owner] as const]),
    ...evidence.slice(0, mostProperties).map((one) => [`evidence: ${statementWords(one)}`, one.evidence] as const),
  ];
}

function findingPosition(finding: Finding, assessment: Assessment, context: ReportContext): string {
  const { file, line, column } = locateFinding(finding, assessment, context);
  return `${file}:${line}:${column}`;
}

/** Mistakes and failures first, then what is skipped, then what is met. */
function mostImportant(cases: readonly Case[]): ReadonlySet<Case> {
  const order = ['error', 'failure', 'skipped', 'met'];
  return new Set([...cases].sort((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome)).slice(0, mostCases));
}

function suiteText(name: string, cases: readonly Case[], properties: readonly Property[] = []): string {
  const count = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const counts = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="0"`;
  return `  <testsuite name="${attribute(name)}" ${counts}>\n${propertiesText(properties)}${cases.map(caseText).join('')}  </testsuite>\n`;
}

function propertiesText(properties: readonly Property[]): string {
  if (properties.length === 0) return '';
  const lines = properties.map(([name, value]) => `      <property name="${attribute(name)}" value="${attribute(value)}"/>\n`);
  return `    <properties>\n${lines.join('')}    </properties>\n`;
}

function caseText({ name, suite, outcome, type, message, text }: Case): string {
  const head = `    <testcase name="${attribute(name)}" classname="${attribute(suite)}" time="0"`;
  if (outcome === 'met') return `${head}/>\n`;
  const inner =
    outcome === 'skipped'
      ? `<skipped message="${attribute(message)}"/>`
      : `<${outcome} type="${attribute(type)}" message="${attribute(message)}">${escape(atMost(printable(text), mostCharacters))}</${outcome}>`;
  return `${head}>${inner}</testcase>\n`;
}

function noticeSuite(left: number): string[] {
  if (left === 0) return [];
  const message = `${left} further results are left out here, the least important. Another format tells them all.`;
  const notice: Case = { name: 'results that are left out', suite: 'meterlint', outcome: 'skipped', type: 'notice', message, text: '' };
  return [suiteText('meterlint', [notice])];
}

function attribute(text: string): string {
  return escape(atMost(oneLine(text), mostCharacters));
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
