import { severities } from '../../../language/model/index.js';
import { handbookAddress } from '../../handbook.js';
import { comparisonWords } from '../../baseline.js';
import { countFindings } from '../../../summary/count.js';
import { countWords } from '../../count.js';
import { groupFindings, type FindingGroup } from '../../../summary/groups.js';
import { locate, locateFinding } from '../../locate.js';
import { openSentence, reasonsFor } from '../../message.js';
import type { Problem, Reviewed } from '../../problem.js';
import { hasEvidence, statedControls } from '../../../summary/evidence.js';
import { statementWords } from '../../evidence.js';
import { atStakeOf, stakeWords } from '../../reach/stake.js';
import { daysWords, reachWords } from '../../register.js';
import { decisionRegister } from '../../../summary/register.js';
import { statedWords } from '../../stated.js';
import { capital, shapes } from '../../words.js';
import { leftOut, type Assessment, type Finding } from '../../../review/index.js';
import { withComparison, type ComparedContext, type ReportContext, type ReportFormat } from '../format.js';
import { mdCode, mdTable, mdText } from './escape.js';
import { questionsText } from './questions.js';
import { reachSummary } from './reach.js';

export const markdown: ReportFormat = {
  id: 'markdown',
  label: 'Markdown',
  description: 'a summary for a merge request, an issue or a wiki',
  extension: 'md',
  write: toMarkdown,
};

/** A comment of GitHub holds 65,536 characters; below that is room for what a robot writes around it. */
const mostCharacters = 60_000;

/** So much of one sort is told line by line; then how many more there are. */
const mostFindings = 40;
const mostDecisions = 100;
const mostProblems = 50;

/** A part of the report; one with findings may be left out where the whole grows too long. */
interface Block {
  readonly text: string;
  readonly findings: number;
}

function toMarkdown(reviewed: Reviewed, given: ReportContext): string {
  const { assessments, problems } = reviewed;
  const context = withComparison(reviewed, given);
  const blocks = [
    ...(context.comparison === undefined ? [] : [fixed(`Against the baseline: ${mdText(comparisonWords(context.comparison))}.`)]),
    ...assessments.flatMap((assessment) => designBlocks(assessment, context)),
    ...(assessments.length === 0 ? [fixed('No design was found.')] : []),
    ...problemBlocks(problems, context),
    fixed(`Reviewed with Meterlint ${mdText(context.version)}. A review without findings does not show that a design is secure.`),
  ];
  return within(blocks);
}

function fixed(text: string): Block {
  return { text, findings: 0 };
}

/** Blocks with findings from the end are left out until the rest fits, and how many is said; what has none is cut last. */
function within(blocks: readonly Block[]): string {
  const kept = [...blocks];
  let length = blocks.reduce((sum, { text }) => sum + text.length + 2, 200);
  let left = 0;
  for (let at = kept.length - 1; at >= 0 && length > mostCharacters; at--) {
    const { text, findings } = kept[at]!;
    if (findings === 0) continue;
    left += findings;
    length -= text.length + 2;
    kept.splice(at, 1);
  }
  while (length > mostCharacters && kept.length > 1) length -= kept.pop()!.text.length + 2;
  const notice = `**${left} further findings are left out here**: a comment holds no more. Another format tells them all.`;
  const parts = [...kept.map(({ text }) => text), ...(left > 0 ? [notice] : [])];
  return `${parts.join('\n\n')}\n`;
}

function designBlocks(assessment: Assessment, context: ComparedContext): Block[] {
  const { architecture, date, profiles } = assessment;
  const { design } = architecture;
  const facts = [
    `${design.implicit ? 'Fragment' : 'Design'} ${mdCode(design.name)}`,
    ...(design.version === undefined ? [] : [`version ${mdText(design.version)}`]),
    ...(design.owner === undefined ? [] : [`owner ${mdText(design.owner)}`]),
    `reviewed as of ${mdText(date)} against ${profiles.map((name) => mdCode(name)).join(', ')}`,
  ];
  const groups = groupFindings(assessment);
  return [
    fixed(`# Security review: ${mdText(design.title ?? design.name)}`),
    fixed(`${facts.join(', ')}.`),
    ...leftOutBlocks(assessment),
    fixed(summary(assessment)),
    ...statedBlocks(assessment),
    ...(groups.length === 0 ? [] : [fixed('## Findings')]),
    ...groups.map((group) => groupBlock(group, assessment, context)),
    ...reachBlocks(assessment),
    ...questionBlocks(assessment),
    ...decisionBlocks(assessment),
    ...evidenceBlocks(assessment),
  ];
}

function summary(assessment: Assessment): string {
  if (assessment.findings.length === 0) return 'No findings.';
  const rows = severities
    .map((severity) => ({ severity, own: assessment.findings.filter((finding) => finding.severity === severity) }))
    .filter(({ own }) => own.length > 0)
    .map(({ severity, own }) => {
      const { open, planned, unknown } = countFindings(own);
      return [`${shapes[severity]} ${severity}`, `${open}`, `${planned}`, `${unknown}`];
    });
  return `${capital(countWords(assessment.findings))}.\n\n${mdTable(['Severity', 'Findings', 'Planned', 'Unknown'], rows)}`;
}

function groupBlock(group: FindingGroup, assessment: Assessment, context: ComparedContext): Block {
  const { severity, state, title, requirement, definition, findings } = group;
  const address = handbookAddress(definition);
  const name = mdCode(requirement);
  const lines = [
    `### ${shapes[severity]} ${capital(severity)}${state === 'open' ? '' : `, ${state}`}: ${mdText(title)}`,
    '',
    `${address === undefined ? name : `[${name}](${address})`}${definition?.because === undefined ? '' : ` ${mdText(definition.because)}`}`,
    '',
    ...findings.slice(0, mostFindings).map((finding) => findingLine(finding, assessment, context)),
    ...more(findings.length - mostFindings),
    ...(definition?.guidance === undefined ? [] : ['', `To do: ${mdText(definition.guidance)}`]),
  ];
  return { text: lines.join('\n'), findings: findings.length };
}

function more(left: number): string[] {
  return left > 0 ? [`- **and ${left} more**`] : [];
}

function findingLine(finding: Finding, assessment: Assessment, context: ComparedContext): string {
  const { comparison } = context;
  const { file, line } = locateFinding(finding, assessment, context);
  const against = comparison?.statuses.get(finding)?.against;
  const mark = against === 'new' || against === 'worse' ? `**${against}** ` : '';
  const atStake = atStakeOf(finding, assessment);
  const stake = atStake === undefined ? [] : [`${capital(stakeWords(atStake))}.`];
  const words = mdText([`${openSentence(finding, assessment)}.`, ...reasonsFor(finding, assessment), ...stake].join(' '));
  return `- ${mark}${words} ${mdCode(`${file}:${line}`)}`;
}

function statedBlocks(assessment: Assessment): Block[] {
  const words = statedWords(assessment);
  return words === undefined ? [] : [fixed(`${words}.`)];
}

function reachBlocks(assessment: Assessment): Block[] {
  const text = reachSummary(assessment);
  return text === undefined ? [] : [fixed(text)];
}

function questionBlocks(assessment: Assessment): Block[] {
  const text = questionsText(assessment);
  return text === undefined ? [] : [fixed(text)];
}

function decisionBlocks(assessment: Assessment): Block[] {
  const entries = decisionRegister([assessment]);
  if (entries.length === 0) return [];
  const rows = entries
    .slice(0, mostDecisions)
    .map((entry) => [entry, reachWords(entry)] as const)
    .map(([{ verb, requirement, standing, until, daysLeft, owner, reason }, element]) => [
      `${verb} ${mdCode(requirement, true)} on ${mdCode(element, true)}`,
      standing,
      until === undefined ? 'no end' : `${mdText(until)}${daysLeft === undefined ? '' : ` (${daysWords(daysLeft)})`}`,
      mdText(owner ?? ''),
      mdText(reason ?? 'no reason given'),
    ]);
  const left = entries.length - mostDecisions;
  const rest = left > 0 ? `\n\n**and ${left} more**` : '';
  return [fixed(`## Decisions\n\n${mdTable(['Decision', 'Standing', 'Until', 'By', 'Reason'], rows)}${rest}`)];
}

/** What the profiles drop, and why. */
function leftOutBlocks({ profiles, architecture }: Assessment): Block[] {
  const lines = leftOut(profiles, architecture.catalogue).map(
    ({ requirement, profile, because }) => `- ${mdCode(profile)} is without ${mdCode(requirement)}: ${mdText(because)}`,
  );
  return lines.length === 0 ? [] : [fixed([...lines.slice(0, mostDecisions), ...more(lines.length - mostDecisions)].join('\n'))];
}

function evidenceBlocks({ architecture }: Assessment): Block[] {
  const stated = statedControls(architecture).filter(hasEvidence);
  if (stated.length === 0) return [];
  const rows = stated.slice(0, mostDecisions).map((one) => [mdText(statementWords(one)), mdText(one.evidence)]);
  const left = stated.length - mostDecisions;
  const rest = left > 0 ? `\n\n**and ${left} more**` : '';
  return [fixed(`## Evidence\n\n${mdTable(['Control', 'Evidence'], rows)}${rest}`)];
}

function problemBlocks(problems: readonly Problem[], { toPath }: ReportContext): Block[] {
  const told = problems.filter(({ severity }) => severity !== 'hint');
  if (told.length === 0) return [];
  const lines = told.slice(0, mostProblems).map(({ severity, message, range, code }) => {
    const { file, line } = locate(range, toPath);
    return `- ${severity} ${mdCode(code)}: ${mdText(message)} ${mdCode(`${file}:${line}`)}`;
  });
  return [fixed(`## Validation errors\n\n${[...lines, ...more(told.length - mostProblems)].join('\n')}`)];
}
