import { leftOut, type Assessment, type Finding, type State } from '../review/index.js';
import { comparisonWords } from './baseline.js';
import { believedLines } from './believed.js';
import { forTerminal } from './clean.js';
import { counted } from '../summary/count.js';
import { countWords } from './count.js';
import { harmsOf } from '../summary/harms.js';
import { locate } from './locate.js';
import type { Problem, Reviewed } from './problem.js';
import { decisionRegister } from '../summary/register.js';
import { registerWords } from './register.js';
import { contentsText } from './terminal/contents.js';
import { excerpt, lineAndColumn } from './terminal/excerpt.js';
import { groupsText, newsGroups } from './terminal/findings.js';
import type { Paint, PlacedTextOptions } from './terminal/paint.js';

export type { Paint, Tone } from './terminal/paint.js';

/** How the text is told; the review knows itself where its parts stand. */
export type TextOptions = Omit<PlacedTextOptions, 'sources'>;

/**
 * Validation errors with their excerpts; what matters most in a few lines; then the findings by what is asked, each as
 * `path:line:column severity requirement what is missing`; a summary last, where a terminal stands still.
 */
export function toText(reviewed: Reviewed, given: TextOptions): string {
  const options: PlacedTextOptions = { ...given, sources: reviewed.sources };
  const designs = reviewed.assessments.map((assessment) => ({
    assessment,
    groups: newsGroups(assessment, (finding) => isNews(finding, reviewed)),
  }));
  const parts = [
    ...reviewed.problems.map((problem) => problemText(problem, options)),
    ...contentsText(designs, options).map((part) => `${part}\n`),
    ...designs.flatMap(({ assessment, groups }) => groupsText(groups, assessment, options, reviewed).map((part) => `${part}\n`)),
  ];
  return [...parts, summary(reviewed, options.paint)].join('\n');
}

/** Against a baseline, what is known is counted only. */
export function isNews(finding: Finding, { baseline }: Reviewed): boolean {
  return baseline?.statuses.get(finding)?.against !== 'known';
}

function problemText(problem: Problem, options: PlacedTextOptions): string {
  const where = locate(problem.range, options.toPath);
  const word = problem.severity === 'error' ? options.paint('error', 'error') : options.paint(problem.severity, 'warning');
  const head = `${options.paint(lineAndColumn(where), 'strong')} ${word} ${problem.code} ${forTerminal(problem.message)}`;
  return `${head}\n${excerpt(problem.range.uri, where, options)}`;
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
  const behind = findings
    .filter(counted)
    .map(({ requirement }) => harmsOf(catalogue.requirements.get(requirement) ?? { mitigates: [] }, catalogue));
  const told = [...catalogue.harms.keys()].flatMap((harm) => {
    const count = behind.filter((some) => some.includes(harm)).length;
    return count === 0 ? [] : [`${count} ${harm}`];
  });
  return told.length === 0 ? '' : `\n  by harm, where one can stand for several: ${told.join(', ')}`;
}

function states({ results }: Assessment): string {
  const count = (state: State) => results.filter((result) => result.state === state).length;
  const told = (['met', 'accepted', 'excluded', 'not applicable'] as const).map((state) => `${count(state)} ${state}`);
  return told.join(', ');
}
