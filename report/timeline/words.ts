import { operandWords } from '../../language/semantics/index.js';
import type { Severity } from '../../language/model/index.js';
import { deviceDays, type Timeline, type TimelineSpan, type TimelineStep } from '../../history/timeline.js';
import type { StateChange } from '../../history/diff.js';
import type { Assessment, Finding } from '../../review/index.js';
import { findingHeadline } from '../message.js';
import { countWord } from '../reach/numbers.js';
import { shapes } from '../words.js';

/** The severities that a timeline counts, the worst first. */
export const countedSeverities = ['critical', 'high', 'medium', 'low'] as const satisfies readonly Severity[];

/** Those of which the devices are counted day by day. */
export const exposedSeverities = ['critical', 'high'] as const satisfies readonly Severity[];

export function phaseWords({ phase }: TimelineSpan): string {
  return phase === undefined ? 'before the first phase' : (phase.title ?? phase.name);
}

/** The design's title, else its name. */
export function timelineTitle({ architecture: { design } }: Timeline): string {
  return design.title ?? design.name;
}

/** `control secure-boot on component meter`, `count = 500 on component meter`, `link wan` */
export function stagedWords({ part, sort, element, was }: TimelineStep): string {
  const whose = `${sort} ${element}`;
  if (part === undefined) return whose;
  if ('attribute' in part)
    return `${part.attribute} = ${operandWords(part.value)} on ${whose}${was === undefined ? '' : `, which was ${operandWords(was.value)}`}`;
  return 'control' in part ? `control ${part.control} on ${whose}` : `uses ${part.mechanism} on ${whose}`;
}

/** `■ critical Title: what is missing on which element` */
export function findingWords(finding: Finding, assessment: Assessment): string {
  return `${shapes[finding.severity]} ${finding.severity} ${findingHeadline(finding, assessment)}`;
}

const verbs: Readonly<Record<StateChange['direction'], string>> = { worse: 'begins', decided: 'decided', better: 'ends' };

/** `begins  ■ critical Title: link 'wan'`: what is missing then, or was until then. */
export function changeWords({ direction, before, after, title, sort, element }: StateChange): string {
  const side = (direction === 'worse' ? after : before) ?? after;
  const { severity, state } = side ?? { severity: 'info', state: 'missing' };
  const open = state === 'missing' || state === 'weak' || direction !== 'worse' ? '' : ` (${state})`;
  return `${verbs[direction].padEnd(7)} ${shapes[severity]} ${severity} ${title}: ${sort} '${element}'${open}`;
}

/** The day from which on nothing critical is missing or weak, in a sentence. */
export function clearWords({ clearFrom, clearUntil, date, spans }: Timeline): string {
  if (clearFrom === undefined) return 'On no day is the design without a critical finding.';
  const phase = spans.findLast(({ from }) => from <= clearFrom)!;
  const first = `First day without a critical finding: ${clearFrom}${clearFrom === date ? ', the day of this review' : ''} (${phaseWords(phase)}).`;
  return clearUntil === undefined ? first : `${first} From ${clearUntil} on there is one again.`;
}

/** `2,500,000`; without an end of the span nothing can be counted. */
export function exposureWords(severity: Severity, span: TimelineSpan): string {
  const days = deviceDays(severity, span);
  return days === undefined ? '' : countWord(days);
}

/** What nothing that is written ends, in a sentence. */
export function neverWords({ never }: Timeline): string {
  if (never.length === 0) return 'Whatever is critical or high is ended by a phase or a decision.';
  return `${never.length === 1 ? 'One finding' : `${never.length} findings`} of critical or high severity ${never.length === 1 ? 'is' : 'are'} ended by no phase:`;
}
