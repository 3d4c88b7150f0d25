import { countFindings } from '../../summary/count.js';
import { groupQuestions, type QuestionGroup } from '../../summary/questions.js';
import { elementsOf, groupWork, workOf, type WorkGroup, type WorkGrouping } from '../../summary/work-list.js';
import { ranksSoFar, type Reported } from '../../summary/worst-first.js';
import { elementNamed, metByStatement, statementsBehind, type Assessment, type Result } from '../../review/index.js';
import type { SourceMap } from '../../language/source/index.js';
import { findingsWords, severityWords } from '../../report/count.js';
import { oneLine } from '../../report/clean.js';
import { rangeOfFinding } from '../../report/locate.js';
import { findingMessage, openSentence } from '../../report/message.js';
import { atStakeOf, stakeSentence, stakeWords } from '../../report/reach/stake.js';
import { aboutWords, questionText } from '../../report/questions.js';
import { controlWords, elementWords, listed } from '../../report/words.js';
import type { WorkRow, WorkSign } from '../protocol/work-list.js';
import { protocolRangeOf } from '../range.js';
import { leadOf } from './lead.js';
import { serviceNodes } from './services.js';

/** A row, and what stands below it; the words of a row are found when it is shown. */
export interface WorkNode {
  readonly id: string;
  readonly row: () => Omit<WorkRow, 'id' | 'hasRows'>;
  readonly rows?: (() => readonly WorkNode[]) | undefined;
}

/** What rows are told with. */
export interface RowTelling {
  readonly sources: SourceMap;
  /** Findings that the baseline does not know, or knows as less. */
  readonly isNew: (reported: Reported) => boolean;
  /** No filter is set: what is no finding is listed, too. */
  readonly isWhole: boolean;
  /** Several designs: a row says in which it is. */
  readonly namesDesigns: boolean;
}

/** The whole work list: what is open, in groups; then what people are asked, what is planned, and what rests on a statement alone. */
export function workNodes(
  assessments: readonly Assessment[],
  by: WorkGrouping,
  wanted: (reported: Reported) => boolean,
  telling: RowTelling,
): WorkNode[] {
  const { open, planned, unknown } = workOf(assessments, ranksSoFar, wanted);
  const stated = assessments.flatMap((assessment) => metByStatement(assessment).map((result) => ({ result, assessment })));
  const groups = groupWork(open, by);
  return [
    ...groups.map((group, index) => groupNode(group, by, telling, by === 'severity' && index === 0, groups)),
    ...section(
      'question',
      'To be stated',
      [...askedNodes(assessments, wanted, unknown, telling), ...(telling.isWhole ? serviceNodes(assessments, telling.namesDesigns) : [])],
      'questions that only people can answer',
    ),
    ...section('planned', 'Planned', requirementNodes(planned, telling), 'what comes by a day'),
    ...section('stated', 'Met by a statement only', statedNodes(stated, telling), 'met, with nothing named that brings it about'),
  ];
}

function groupNode(group: WorkGroup, by: WorkGrouping, telling: RowTelling, isOpen: boolean, among: readonly WorkGroup[]): WorkNode {
  if (by === 'requirement') return requirementNode(group, telling);
  const { key, findings } = group;
  const [{ finding, assessment }] = findings as [Reported];
  const { severity } = finding;
  const label = labelOf(group, by);
  // Elements of two designs may have one name.
  const isOneOfSeveral = among.some((other) => other !== group && other.name === group.name);
  const where = isOneOfSeveral ? `in ${assessment.architecture.design.name} · ` : '';
  const words = `${where}${by === 'severity' ? findingsWords(findings.length) : countsOf(findings)}`;
  return {
    id: key,
    row: () => ({
      sort: 'group',
      label,
      description: words,
      detail: `${label}: ${words}`,
      spoken: `${label}, ${words}`,
      sign: severity,
      isOpen,
    }),
    rows: () => (by === 'element' ? findings.map((one) => findingNode(one, telling, 'requirement')) : requirementNodes(findings, telling)),
  };
}

/** What belongs nowhere says so. */
const nowhere: Readonly<Record<WorkGrouping, string>> = {
  requirement: 'no requirement',
  element: 'no element',
  zone: 'In no zone',
  party: 'Run by nobody who is named',
  standard: 'No standard is cited',
  harm: 'No harm is named',
  severity: 'no severity',
};

function labelOf({ name, title }: WorkGroup, by: WorkGrouping): string {
  if (name === undefined) return nowhere[by];
  if (by === 'severity') return name[0]!.toUpperCase() + name.slice(1);
  // Elements and documents are known by their names; all else by what it is called.
  const byName = by === 'element' || by === 'zone' || by === 'standard';
  return oneLine(byName && title !== undefined && title !== name ? `${name} · ${title}` : byName ? name : (title ?? name));
}

/** Each requirement once, the worst first. */
function requirementNodes(findings: readonly Reported[], telling: RowTelling): WorkNode[] {
  return groupWork(findings, 'requirement').map((group) => requirementNode(group, telling));
}

/** A requirement with the elements on which it is open; where that is one, the finding itself. */
function requirementNode({ key, name, title, findings }: WorkGroup, telling: RowTelling): WorkNode {
  const [first] = findings;
  if (findings.length === 1) return { ...findingNode(first!, telling, 'both'), id: key };
  const { severity } = first!.finding;
  const label = oneLine(title ?? name ?? '');
  const elements = elementsOf(findings);
  const lead = leadOf(elements);
  const isNew = findings.some(telling.isNew);
  return {
    id: key,
    row: () => ({
      sort: 'group',
      lead,
      label,
      description: [severity, isNew ? 'new' : ''].filter((part) => part !== '').join(' · '),
      detail: `${label}: ${findingsWords(findings.length)} (${countsOf(findings)}) on ${listed(elements, 'and')}`,
      spoken: `${severity}, ${label}, on ${listed(elements, 'and')}`,
      sign: severity,
    }),
    rows: () => findings.map((one) => findingNode(one, telling, 'element')),
  };
}

/** `told` is what no row above says: which requirement, which element, or both. */
function findingNode(reported: Reported, telling: RowTelling, told: 'requirement' | 'element' | 'both'): WorkNode {
  const { finding, assessment } = reported;
  const { architecture } = assessment;
  return {
    id: `${architecture.files[0]} ${finding.requirement} ${finding.element}`,
    row: () => {
      const { severity, state, requirement, element } = finding;
      const title = oneLine(architecture.catalogue.requirements.get(requirement)?.title ?? requirement);
      const range = rangeOfFinding(finding, assessment, telling.sources);
      const where = elementWords(architecture, element);
      const said = [
        severity,
        ...(state === 'missing' ? [] : [state]),
        ...(telling.isNew(reported) ? ['new'] : []),
        ...(telling.namesDesigns ? [`in ${architecture.design.name}`] : []),
      ];
      const atStake = atStakeOf(finding, assessment, ranksSoFar);
      const stake = atStake === undefined ? [] : [stakeWords(atStake)];
      return {
        sort: 'finding',
        lead: told === 'both' ? element : undefined,
        label: told === 'element' ? oneLine(openSentence(finding, assessment)) : title,
        description: [...said, ...stake].join(' · '),
        detail: [findingMessage(finding, assessment), ...(atStake === undefined ? [] : [stakeSentence(atStake)])].join('\n'),
        spoken: [severity, ...said.slice(1), title, where, ...stake].join(', '),
        sign: severity,
        place: { uri: range.uri, range: protocolRangeOf(range) },
        about: { uri: finding.file, finding: finding.id, requirement, element },
      };
    },
  };
}

/** Questions, with the findings that wait for an answer; what is unknown and waits for none stands behind them. */
function askedNodes(
  assessments: readonly Assessment[],
  wanted: (reported: Reported) => boolean,
  unknown: readonly Reported[],
  telling: RowTelling,
): WorkNode[] {
  const waiting = new Map<string, Reported[]>();
  for (const one of [...workOf(assessments, ranksSoFar, wanted).open, ...unknown]) {
    waiting.set(one.finding.id, [...(waiting.get(one.finding.id) ?? []), one]);
  }
  const groups = groupQuestions(assessments, (finding) => waiting.has(finding));
  const asked = new Set(groups.flatMap(({ findings }) => findings));
  return [
    ...groups.map((group) => questionNode(group, waiting, telling)),
    ...requirementNodes(
      unknown.filter(({ finding }) => !asked.has(finding.id)),
      telling,
    ),
  ];
}

function questionNode(group: QuestionGroup, waiting: ReadonlyMap<string, readonly Reported[]>, telling: RowTelling): WorkNode {
  const { kind, about, severity, findings } = group;
  const what = aboutWords(group);
  const label = oneLine(questionText(group));
  const wait = findings.flatMap((id) => waiting.get(id) ?? []);
  return {
    id: `${kind} ${about}`,
    row: () => ({
      sort: 'question',
      label,
      description: `${severity} · ${what}`,
      detail: `${label}\n${what}: ${findingsWords(wait.length)} ${wait.length === 1 ? 'waits' : 'wait'} for the answer.`,
      spoken: `Question, ${severity}, ${label}, ${what}`,
      sign: 'question',
    }),
    rows: () => wait.map((one) => findingNode(one, telling, 'both')),
  };
}

function statedNodes(
  met: readonly { readonly result: Result; readonly assessment: Assessment }[],
  { sources, namesDesigns }: RowTelling,
): WorkNode[] {
  return met.map(({ result, assessment }) => ({
    id: `${assessment.architecture.files[0]} ${result.requirement} ${result.element}`,
    row: () => {
      const { architecture } = assessment;
      const { requirement, element } = result;
      const title = oneLine(architecture.catalogue.requirements.get(requirement)?.title ?? requirement);
      const controls = [...new Set(statementsBehind(result, assessment).map(({ control }) => controlWords(control)))];
      const declared = elementNamed(architecture, element);
      const range = rangeOfFinding(result, assessment, sources);
      return {
        sort: 'stated',
        lead: element,
        label: title,
        description: namesDesigns ? `in ${architecture.design.name}` : '',
        detail: `${title}: met on ${elementWords(architecture, element)}, where ${listed(controls, 'and')} is stated and no mechanism is named.`,
        spoken: `Met by a statement only, ${title}, ${elementWords(architecture, element)}`,
        sign: 'stated',
        place: { uri: range.uri, range: protocolRangeOf(range) },
        about: { uri: declared?.file ?? architecture.files[0]!, requirement, element },
      };
    },
  }));
}

function section(sign: WorkSign, label: string, rows: readonly WorkNode[], what: string): WorkNode[] {
  if (rows.length === 0) return [];
  const row = {
    sort: 'section',
    label,
    description: `${rows.length}`,
    detail: `${label}: ${rows.length}, ${what}.`,
    spoken: `${label}, ${rows.length}`,
    sign,
  } as const;
  return [{ id: `section ${sign}`, row: () => row, rows: () => rows }];
}

function countsOf(findings: readonly Reported[]): string {
  return severityWords(countFindings(findings.map(({ finding }) => finding)).bySeverity);
}
