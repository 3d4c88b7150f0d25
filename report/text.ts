import { severities, type Severity } from '../language/model/index.js';
import { leftOut, type Assessment, type Finding, type State } from '../review/index.js';
import { comparisonWords, standingWords } from './baseline.js';
import { believedLines } from './believed.js';
import { forTerminal } from './clean.js';
import { harmsOf } from './harms.js';
import { locate, type Location, type ToPath } from './locate.js';
import { findingMessage } from './message.js';
import type { Problem, Reviewed } from './problem.js';
import { decisionRegister, registerWords } from './register.js';
import { shapes } from './words.js';

export type Tone = Severity | 'error' | 'warning' | 'quiet' | 'strong';
/** Colours a piece of text, or leaves it as it is. */
export type Paint = (text: string, tone: Tone) => string;

export interface TextOptions {
  readonly toPath: ToPath;
  /** The lines of a file, for excerpts; undefined where it cannot be had. */
  readonly linesOf: (uri: string) => readonly string[] | undefined;
  readonly paint: Paint;
}

/** Findings and mistakes as `path:line:column severity requirement message` with an excerpt, then a summary. */
export function toText(reviewed: Reviewed, options: TextOptions): string {
  const parts = [
    ...reviewed.problems.map((problem) => problemText(problem, options)),
    ...reviewed.assessments.flatMap((assessment) =>
      assessment.findings
        .filter((finding) => isNews(finding, reviewed))
        .map((finding) => findingText(finding, assessment, options, reviewed)),
    ),
  ];
  return [...parts, summary(reviewed, options.paint)].join('\n');
}

/** Against a baseline, what is known is counted only. */
export function isNews(finding: Finding, { baseline }: Reviewed): boolean {
  return baseline?.standings.get(finding)?.against !== 'known';
}

function findingText(finding: Finding, assessment: Assessment, options: TextOptions, { baseline }: Reviewed): string {
  const { paint } = options;
  const where = locate(finding.range, options.toPath);
  const severity = paint(`${shapes[finding.severity]} ${finding.severity}`, finding.severity);
  const state = finding.state === 'missing' ? '' : paint(` (${finding.state})`, 'quiet');
  // The message says the severity first, for readers who hear it; here the word stands before it already.
  const message = forTerminal(findingMessage(finding, assessment).replace(/^\w+: /, ''));
  const standing = baseline?.standings.get(finding);
  const label = standing === undefined ? '' : paint(` [${standingWords(standing)}]`, 'strong');
  const head = `${paint(placeOf(where), 'strong')} ${severity}${state}${label} ${finding.requirement} ${message}`;
  return `${head}\n${excerpt(finding.range.uri, where, options)}`;
}

function problemText(problem: Problem, options: TextOptions): string {
  const where = locate(problem.range, options.toPath);
  const word = problem.severity === 'error' ? options.paint('error', 'error') : options.paint(problem.severity, 'warning');
  const head = `${options.paint(placeOf(where), 'strong')} ${word} ${problem.code} ${forTerminal(problem.message)}`;
  return `${head}\n${excerpt(problem.range.uri, where, options)}`;
}

function placeOf(where: Location): string {
  return `${forTerminal(where.file)}:${where.line}:${where.column}`;
}

/** The line with marks under the place; marks line up because what stands before them is copied as blank. */
function excerpt(uri: string, where: Location, { linesOf, paint }: TextOptions): string {
  const line = linesOf(uri)?.[where.line - 1]?.replace(/\r$/, '');
  if (line === undefined) return '';
  const shown = forTerminal(line.slice(0, 160));
  const before = shown.slice(0, where.column - 1).replace(/[^\t]/gu, (character) => (isWide(character) ? '  ' : ' '));
  const end = where.endLine === where.line ? where.endColumn : line.length + 1;
  const marked = shown.slice(where.column - 1, end - 1);
  const width = Math.max(
    1,
    [...marked].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0),
  );
  const number = String(where.line).padStart(5);
  return `${paint(`${number} |`, 'quiet')} ${shown}\n${paint(`${' '.repeat(5)} |`, 'quiet')} ${before}${'^'.repeat(width)}\n`;
}

/** Characters that a terminal draws two columns wide. */
function isWide(character: string): boolean {
  return /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u.test(
    character,
  );
}

function summary({ assessments, problems, baseline, shard }: Reviewed, paint: Paint): string {
  const lines = assessments.map((assessment) => {
    const { design } = assessment.architecture;
    const name = design.implicit ? `fragment ${design.name}` : `design ${design.name}`;
    return `${paint(name, 'strong')}: ${countWords(assessment.findings)}; ${states(assessment)}${dropped(assessment)}${decided(assessment)}${harms(assessment)}${believedLines(assessment)}`;
  });
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) lines.push(paint(`${errors} ${errors === 1 ? 'error' : 'errors'} of writing: what they hide is not reviewed`, 'error'));
  if (lines.length === 0)
    lines.push(shard === undefined ? 'No design was found.' : `No design falls to shard ${shard.index} of ${shard.of}.`);
  if (baseline !== undefined)
    lines.push(`${paint('against the baseline', 'strong')}: ${comparisonWords(baseline)} (what is known is not shown)`);
  return `${lines.join('\n')}\n`;
}

interface Countable {
  readonly state: Finding['state'];
  readonly severity: Severity;
}

/** `3 findings (1 critical, 1 high, 1 planned)` */
export function countWords(findings: readonly Countable[]): string {
  if (findings.length === 0) return 'no findings';
  const open = severities
    .map((severity) => ({ severity, count: findings.filter((f) => f.severity === severity && counted(f)).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`);
  const later = (['planned', 'unknown'] as const)
    .map((state) => ({ state, count: findings.filter((f) => f.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'} (${[...open, ...later].join(', ')})`;
}

/** What the profiles leave out, and why. */
function dropped({ profiles, architecture }: Assessment): string {
  return leftOut(profiles, architecture.catalogue)
    .map(({ requirement, profile, because }) => forTerminal(`\n  profile ${profile} is without ${requirement}: ${because}`))
    .join('');
}

/** What stands of the decisions, each counted once for every requirement and element that it names. */
function decided(assessment: Assessment): string {
  const words = registerWords(decisionRegister([assessment]));
  return words === undefined ? '' : `\n  decisions: ${words}`;
}

/** How many of the findings stand behind each harm. */
function harms({ findings, architecture }: Assessment): string {
  const { catalogue } = architecture;
  const behind = findings.map(({ requirement }) => harmsOf(catalogue.requirements.get(requirement) ?? { mitigates: [] }, catalogue));
  const told = [...catalogue.harms.keys()].flatMap((harm) => {
    const count = behind.filter((some) => some.includes(harm)).length;
    return count === 0 ? [] : [`${count} ${harm}`];
  });
  return told.length === 0 ? '' : `\n  by harm, where one can stand for several: ${told.join(', ')}`;
}

/** Planned and unknown findings do not count for a pass or fail bar. */
export function counted(finding: Pick<Countable, 'state'>): boolean {
  return finding.state === 'missing' || finding.state === 'weak';
}

function states({ results }: Assessment): string {
  const count = (state: State) => results.filter((result) => result.state === state).length;
  const told = (['met', 'accepted', 'excluded', 'not applicable'] as const).map((state) => `${count(state)} ${state}`);
  return told.join(', ');
}
