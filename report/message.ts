// The room `report/`: how it is told: assessments and their roll-ups go in, text and bytes come out, the same each time.
// May import `picture`, `summary`, `history`, `review`, `reach`, `language/model`, `language/semantics`, `language/source`, `language/wellformed/codes`,
// `language/wellformed/words`, `language/writing`,
// `csv-stringify/*`, `diff`, `fflate`, `sarif`.

import { closable, evaluatorOf, leavesOf, type Assessment, type ControlGap, type Finding } from '../review/index.js';
import { idleWords } from './idle.js';
import { oneLine } from './clean.js';
import { openClause } from './open/clauses.js';
import { closingWords } from './open/closing.js';
import { shortened } from './open/limited.js';
import type { Opening } from './open/opening.js';
import { elementNoun } from './open/where.js';
import { whyHere } from './why.js';
import { capital, controlWords, elementWords, firstSentence } from './words.js';

export type { Opening };

/** `Mutual authentication on every metering link: link 'wan' (The WAN)` in one line: the requirement and the element. */
export function findingTitle(finding: Finding, assessment: Assessment): string {
  return `${titleOf(finding, assessment)}: ${elementWords(assessment.architecture, finding.element)}`;
}

function titleOf({ requirement }: Finding, { architecture }: Assessment): string {
  return architecture.catalogue.requirements.get(requirement)?.title ?? requirement;
}

/** A line that is read at a glance, in a list of many. */
export const mostLineCharacters = 120;

/** `title: what is missing on which element`, no longer than `mostCharacters` unless the element's own name is. */
export function findingHeadline(finding: Finding, assessment: Assessment): string {
  const title = oneLine(titleOf(finding, assessment));
  const clauses: string[] = [];
  for (const most of [Infinity, 3, 2, 1]) {
    const clause = openClause(finding, assessment, { most });
    if (title.length + 2 + clause.length <= mostLineCharacters) return `${title}: ${clause}`;
    clauses.push(clause);
  }
  // A long title loses its end before what is missing loses its names: the requirement is named beside it everywhere.
  for (const least of titleLengths) {
    const short = clauses.map((clause) => withTitle(title, clause, least)).find((one) => one !== undefined);
    if (short !== undefined) return short;
  }
  const element = elementNoun(assessment.architecture, finding.element);
  const last = [openClause(finding, assessment, { most: 0 }), `not as required on ${element}`];
  const short = last.map((clause) => withTitle(title, clause, titleLengths[1])).find((one) => one !== undefined);
  return short ?? `${finding.requirement}: ${element}`;
}

function withTitle(title: string, clause: string, least: number): string | undefined {
  const room = mostLineCharacters - 2 - clause.length;
  return room < Math.min(least, title.length) ? undefined : `${shortened(title, room)}: ${clause}`;
}

/** What a title needs at least: first for sense, then for a hint; fewer characters say nothing. */
const titleLengths = [44, 20] as const;

/** What is open, as a sentence by itself: where the title stands beside it already. */
export function openSentence(finding: Opening, assessment: Assessment, most = Infinity): string {
  const clause = openClause(finding, assessment, { most });
  const mechanisms = leavesOf(finding.gaps).flatMap((leaf) =>
    leaf.kind === 'control' ? leaf.sources.map(({ mechanism }) => mechanism) : [],
  );
  // A name stays as its file writes it.
  return mechanisms.some((mechanism) => mechanism !== undefined && clause.startsWith(`${mechanism} `)) ? clause : capital(clause);
}

/** The headline as a sentence, then why it is asked for here, what closes it and what to do, each on a line of its own. */
export function findingMessage(finding: Finding, assessment: Assessment): string {
  return [`${findingHeadline(finding, assessment)}.`, ...findingDetail(finding, assessment)].join('\n');
}

/** What a reader asks next, a sentence or two a line. */
export function findingDetail(finding: Finding, assessment: Assessment): string[] {
  const requirement = assessment.architecture.catalogue.requirements.get(finding.requirement);
  return [
    `${capital(finding.severity)}, ${finding.state}${finding.devices > 1 ? `, for ${finding.devices} devices or homes` : ''}.`,
    ...reasonsFor(finding, assessment),
    ...(requirement?.because === undefined ? [] : [requirement.because]),
    ...(requirement?.guidance === undefined ? [] : [`To do: ${firstSentence(requirement.guidance)}`]),
  ];
}

/** What stands behind a sentence about what is open, where the requirement's own text is told once for all. */
export function reasonsFor(finding: Finding, assessment: Assessment): string[] {
  const why = whyHere(finding);
  const controls = leavesOf(finding.gaps).filter((leaf): leaf is ControlGap => leaf.kind === 'control');
  const idle = idleWords(controls, finding.element);
  return [...closingSentences(finding, assessment), ...weaknesses(finding), ...idle, ...(why === '' ? [] : [`Asked for because ${why}.`])];
}

/** All of what the headline may have left out, and every place that would do. */
export function closingSentences({ gaps: all, element }: Opening, assessment: Assessment): string[] {
  const gaps = closable(all, evaluatorOf(assessment));
  return leavesOf(gaps).length < 2 ? [] : [`What closes it: ${closingWords(gaps, element)}.`];
}

/** `dlms-lls is weak for association authentication: it is a password sent in clear.` */
export function weaknesses({ gaps }: Opening): string[] {
  const told = leavesOf(gaps).flatMap((leaf) =>
    leaf.kind === 'control'
      ? leaf.sources
          .filter((source) => source.weakness !== undefined)
          .map((source) => `${source.mechanism ?? 'As stated, it'} is weak for ${controlWords(leaf.control)}: ${source.weakness}.`)
      : [],
  );
  return [...new Set(told)];
}
