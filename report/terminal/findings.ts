import type { Assessment, Finding } from '../../review/index.js';
import { statusWords } from '../baseline.js';
import { forTerminal, oneLine } from '../clean.js';
import { groupFindings, type FindingGroup } from '../../summary/groups.js';
import { sizeWords } from '../groups.js';
import { locateFinding, rangeOfFinding } from '../locate.js';
import { findingDetail, openSentence } from '../message.js';
import type { Reviewed } from '../problem.js';
import { atStakeOf, stakeSentence } from '../reach/stake.js';
import { shapes } from '../words.js';
import { excerpt, lineAndColumn } from './excerpt.js';
import { terminalColumns, type PlacedTextOptions } from './paint.js';

/** The findings of a design that are news, by what is asked: a heading, then an element a line. None is left out. */
export function groupsText(
  groups: readonly FindingGroup[],
  assessment: Assessment,
  options: PlacedTextOptions,
  reviewed: Reviewed,
): string[] {
  return groups.map((group) =>
    [headingOf(group, options), ...group.findings.map((finding) => findingText(finding, assessment, options, reviewed))].join('\n'),
  );
}

/** Groups of what is news against a baseline; of all, where there is none. */
export function newsGroups(assessment: Assessment, isNews: (finding: Finding) => boolean): FindingGroup[] {
  return groupFindings(assessment, isNews);
}

/** `■ critical  Mutual authentication on every metering link (3 elements)`; it has no place, so that no problem matcher takes it for a finding. */
function headingOf(group: FindingGroup, { paint }: PlacedTextOptions): string {
  const { severity, title } = group;
  const size = paint(`(${sizeWords(group)})`, 'quiet');
  return `${paint(`${shapes[severity]} ${severity}`, severity)}  ${paint(forTerminal(oneLine(title)), 'strong')} ${size}`;
}

/** `path:line:column severity requirement what is missing on which element`: what problem matchers and people look for. */
function findingText(finding: Finding, assessment: Assessment, options: PlacedTextOptions, { baseline }: Reviewed): string {
  const { paint, verbose } = options;
  const where = locateFinding(finding, assessment, options);
  const [place, severity] = [lineAndColumn(where), `${shapes[finding.severity]} ${finding.severity}`];
  const state = finding.state === 'missing' ? '' : ` (${finding.state})`;
  const status = baseline?.statuses.get(finding);
  const label = status === undefined ? '' : ` [${statusWords(status)}]`;
  const before = `${place} ${severity}${state}${label} ${finding.requirement} `.length;
  const sentence = verbose ? openSentence(finding, assessment) : fittingSentence(finding, assessment, terminalColumns - before);
  const head = `${paint(place, 'strong')} ${paint(severity, finding.severity)}${paint(state, 'quiet')}${paint(label, 'strong')} ${finding.requirement} ${forTerminal(sentence)}`;
  if (!verbose) return head;
  const atStake = atStakeOf(finding, assessment);
  const stake = atStake === undefined ? [] : [stakeSentence(atStake)];
  const detail = [...findingDetail(finding, assessment), ...stake].map((line) => `      ${forTerminal(oneLine(line))}`);
  return [head, ...detail, excerpt(rangeOfFinding(finding, assessment, options.sources).uri, where, options)].join('\n');
}

/** As much of what is missing as fits into so many columns; at least one name of it. */
export function fittingSentence(finding: Finding, assessment: Assessment, room: number): string {
  // What is wrong by itself needs no cure beside it; a missing control is named as it is.
  const rooms = finding.situations.length > 0 ? [Infinity, 4, 3, 2, 1, 0] : [Infinity, 4, 3, 2, 1];
  let shortest: string | undefined;
  for (const most of rooms) {
    const sentence = openSentence(finding, assessment, most);
    if (sentence.length <= room) return sentence;
    if (shortest === undefined || sentence.length < shortest.length) shortest = sentence;
  }
  return shortest!;
}
