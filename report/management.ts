import { severities, type Severity } from '../language/model/index.js';
import { type Assessment, type Finding } from '../review/index.js';
import { whoActs } from '../summary/acting.js';
import { countFindings } from '../summary/count.js';
import { hasEvidence, statedControls } from '../summary/evidence.js';
import { openGroups, toldFirst, type FirstGroup } from '../summary/first.js';
import { groupQuestions } from '../summary/questions.js';
import { decisionRegister } from '../summary/register.js';
import { byCategory, countElsewhere, tallyOf } from '../summary/tally.js';
import { comparisonWords } from './baseline.js';
import { partyWords } from './acting.js';
import { atMost, oneLine } from './clean.js';
import { countWords, findingsWords, severityWords } from './count.js';
import { plannedWords } from './evidence.js';
import { openSentence } from './message.js';
import { othersWords } from './others.js';
import type { Reviewed } from './problem.js';
import { aboutWords, questionCount, questionText } from './questions.js';
import { registerWords } from './register.js';
import { statedWords } from './stated.js';
import { capital, controlWords, firstSentence, listed } from './words.js';

/** One part of what somebody reads who decides and does not draw: sentences, then a list. */
export interface ManagementPart {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly items: readonly ManagementItem[];
  /** Whether the order of the items says something. */
  readonly numbered: boolean;
}

export interface ManagementItem {
  readonly head: string;
  readonly severity: Severity | undefined;
  readonly words: string;
}

/** More designs are told by their number: each has its row in a table. */
const mostDesigns = 3;
const mostFirst = 3;
const mostQuestions = 5;
const mostActing = 6;
const mostPlans = 5;
/** Titles and reasons of users may be of any length, and a summary may not. */
const mostCharacters = 240;

/** What was reviewed, how it stands, what to do first, what nobody has stated, and who has to act. */
export function managementSummary(reviewed: Reviewed): ManagementPart[] {
  const { assessments } = reviewed;
  return [
    part('What was reviewed', reviewedSentences(reviewed)),
    part('How it stands', stateSentences(reviewed)),
    firstPart(assessments),
    unstatedPart(assessments),
    actingPart(assessments),
  ].filter(({ sentences, items }) => sentences.length + items.length > 0);
}

function part(title: string, sentences: readonly string[], items: readonly ManagementItem[] = [], numbered = false): ManagementPart {
  return { title, sentences, items, numbered };
}

function reviewedSentences({ assessments, problems }: Reviewed): string[] {
  const [first] = assessments;
  if (first === undefined) return ['No design was found.'];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const hidden = errors === 1 ? 'A validation error hides what it is about' : `${errors} validation errors hide what they are about`;
  return [
    ...(assessments.length > mostDesigns
      ? [`${assessments.length} designs were reviewed as of ${first.date}.`]
      : assessments.map(designSentence)),
    ...(errors === 0 ? [] : [`${hidden}: that is not reviewed.`]),
  ];
}

const sorts = [
  ['zones', 'zone'],
  ['components', 'component'],
  ['data', 'class of data'],
  ['links', 'link'],
  ['flows', 'flow'],
] as const;

function designSentence({ architecture, date, profiles, requirements }: Assessment): string {
  const { design, catalogue } = architecture;
  const version = design.version === undefined ? '' : `, version ${short(design.version)}`;
  const owner = design.owner === undefined ? '' : `, of ${short(design.owner)}`;
  const counts = sorts.flatMap(([table, one]) => {
    const { size } = architecture[table];
    if (size === 0) return [];
    return [`${size} ${size === 1 ? one : table === 'data' ? 'classes of data' : table}`];
  });
  const against = profiles.map((name) => {
    const title = catalogue.profiles.get(name)?.title;
    return title === undefined ? name : `${name} ("${short(title)}")`;
  });
  const asked = `${requirements.length} ${requirements.length === 1 ? 'requirement' : 'requirements'}`;
  const on = listed([...(design.implicit ? [] : ['the design itself']), ...counts], 'and');
  return (
    `${short(design.title ?? design.name)}${version}${owner}${version !== '' && owner === '' ? ',' : ''} was reviewed as of ${date} against ` +
    `${profiles.length === 1 ? 'profile' : 'profiles'} ${listed(against, 'and')}: ${asked}${on === '' ? '' : `, on ${on}`}.`
  );
}

function stateSentences({ assessments, baseline }: Reviewed): string[] {
  if (assessments.length === 0) return [];
  const findings = assessments.flatMap((one) => one.findings);
  const results = assessments.flatMap((one) => one.results);
  const { open, planned, unknown, states } = tallyOf(findings, results);
  const elsewhere = countElsewhere(findings, results);
  const asked = results.length - states['not applicable'];
  const decided = states.accepted + states.excluded;
  const rest = [
    ...(planned === 0 ? [] : [`${planned} more ${planned === 1 ? 'waits' : 'wait'} for what is planned`]),
    ...(unknown === 0 ? [] : [`${unknown} more cannot be judged before a fact is stated`]),
  ];
  const shares = [
    `${states.met} ${states.met === 1 ? 'is' : 'are'} met`,
    ...(decided === 0 ? [] : [`${decided} ${decided === 1 ? 'is' : 'are'} accepted or excluded by a decision`]),
    ...(elsewhere === 0 ? [] : [`${elsewhere} ${elsewhere === 1 ? 'is' : 'are'} open and reported with another finding`]),
  ];
  const decisions = registerWords(decisionRegister(assessments));
  return [
    open === 0
      ? 'Nothing that the profiles ask for is missing or weak.'
      : `${capital(countWords(findings.filter(({ state }) => state === 'missing' || state === 'weak')))}${categoryWords(assessments)}.`,
    ...(rest.length === 0 ? [] : [`${capital(listed(rest, 'and'))}; that counts beside the findings.`]),
    `Of the ${asked} times that a requirement asks something of an element, ${listed(shares, 'and')}.`,
    ...(decisions === undefined ? [] : [`Decisions: ${decisions}.`]),
    ...(baseline === undefined ? [] : [`Against the baseline: ${comparisonWords(baseline)}.`]),
  ];
}

/** `, most of them about integrity (34) and privacy (9)` */
function categoryWords(assessments: readonly Assessment[]): string {
  const counts = new Map<string, number>();
  for (const { category, findings } of assessments.flatMap(byCategory))
    counts.set(category, (counts.get(category) ?? 0) + countFindings(findings).open);
  const told = [...counts].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
  if (told.length < 2) return '';
  return `, most of them about ${listed(
    told.slice(0, 2).map(([category, count]) => `${category} (${count})`),
    'and',
  )}`;
}

function firstPart(assessments: readonly Assessment[]): ManagementPart {
  const open = openGroups(assessments);
  const isSeveral = assessments.length > 1;
  // What several designs lack is one thing to do.
  const distinct = isSeveral ? oncePerRequirement(toldFirst(open, open.length)) : toldFirst(open, mostFirst);
  const items = distinct.slice(0, mostFirst).map((one) => firstItem(one, isSeveral));
  const title =
    items.length === 1 ? 'What to do first' : `The ${['', '', 'two', 'three'][items.length] ?? items.length} things to do first`;
  return part(title, [], items, true);
}

function oncePerRequirement(told: readonly FirstGroup[]): FirstGroup[] {
  const first = new Map<string, FirstGroup>();
  for (const one of told) if (!first.has(one.group.requirement)) first.set(one.group.requirement, one);
  return [...first.values()];
}

function firstItem({ assessment, group, finding }: FirstGroup, isNamed: boolean): ManagementItem {
  const { title, severity, findings, definition } = group;
  const [more = ''] = othersWords(findings, finding);
  const design = isNamed ? ` in ${short(assessment.architecture.design.title ?? finding.design)}` : '';
  const todo = definition?.guidance === undefined ? '' : ` ${short(firstSentence(definition.guidance))}`;
  return { head: short(title), severity, words: `${short(openSentence(finding, assessment, 2))}${more}${design}.${todo}` };
}

function unstatedPart(assessments: readonly Assessment[]): ManagementPart {
  const questions = groupQuestions(assessments);
  const stated = assessments.flatMap(({ architecture }) => statedControls(architecture)).filter(({ planned }) => !planned);
  const bare = stated.filter((one) => !hasEvidence(one)).length;
  const left = questions.length - mostQuestions;
  const [only] = assessments;
  const believed = assessments.length === 1 && only !== undefined ? statedWords(only) : undefined;
  const sentences = [
    questions.length === 0
      ? 'No question is left that only people can answer.'
      : `${questionCount(questions)}${left > 0 ? `; the ${mostQuestions} that most depends on:` : ':'}`,
  ];
  const items = questions.slice(0, mostQuestions).map((group): ManagementItem => ({
    head: short(questionText(group)),
    severity: group.severity,
    words: short(`About ${aboutWords(group, 4)}`),
  }));
  const evidence =
    bare === 0
      ? []
      : [
          `${bare} of ${stated.length} ${stated.length === 1 ? 'control that is' : 'controls that are'} stated ${bare === 1 ? 'names' : 'name'} no evidence.`,
        ];
  return part('What nobody has stated', [...evidence, ...(believed === undefined ? [] : [`${believed}.`]), ...sentences], items);
}

function actingPart(assessments: readonly Assessment[]): ManagementPart {
  const parties = actingParties(assessments);
  const plans = assessments
    .flatMap(({ architecture }) => statedControls(architecture))
    .filter(({ planned, due }) => planned && due !== undefined)
    .sort((one, other) => (one.due! < other.due! ? -1 : 1));
  const ending = decisionRegister(assessments)
    .filter(({ standing, until }) => until !== undefined && (standing === 'in force' || standing === 'past'))
    .sort((one, other) => (one.until! < other.until! ? -1 : 1));
  const items = [
    ...parties.slice(0, mostActing).map(([who, findings]): ManagementItem => {
      const { open, bySeverity, planned, unknown } = countFindings(findings);
      const worst = severities.find((one) => bySeverity[one] > 0);
      const told = open === 0 ? [] : [`${findingsWords(open)} (${severityWords(bySeverity)})`];
      const later = [...(planned === 0 ? [] : [`${planned} planned`]), ...(unknown === 0 ? [] : [`${unknown} unknown`])];
      return { head: who, severity: worst, words: [...told, ...later].join(', ') };
    }),
    ...plans.slice(0, mostPlans).map((plan): ManagementItem => ({
      head: `${capital(controlWords(plan.control))} on ${plan.element}`,
      severity: undefined,
      words: capital(plannedWords(plan)),
    })),
    ...ending.slice(0, mostPlans).map(({ owner, verb, title, element, until, standing }): ManagementItem => ({
      head: short(owner ?? 'Nobody is named'),
      severity: undefined,
      words: `${verb === 'accept' ? 'Accepted' : 'Excluded'} "${short(title)}" on ${element}; that ${standing === 'past' ? 'ended' : 'ends'} on ${until}`,
    })),
  ];
  return part('Who has to act', [], items);
}

/** By what they are called: somebody who has to act for several designs is told once. */
export function actingParties(assessments: readonly Assessment[]): (readonly [string, readonly Finding[]])[] {
  const by = new Map<string, Finding[]>();
  for (const assessment of assessments) {
    for (const { party, findings } of whoActs(assessment)) {
      const who = short(partyWords(party, assessment));
      by.set(who, [...(by.get(who) ?? []), ...findings]);
    }
  }
  const all = [...by];
  return assessments.length === 1 ? all : all.sort(([, one], [, other]) => other.length - one.length);
}

function short(text: string): string {
  return atMost(oneLine(text), mostCharacters);
}
