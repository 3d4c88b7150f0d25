import { byNotice, type Assessment, type Finding } from '../../review/index.js';
import { counted } from '../../summary/count.js';
import { findingsWords } from '../count.js';
import { forTerminal } from '../clean.js';
import type { FindingGroup } from '../../summary/groups.js';
import { locateFinding } from '../locate.js';
import { shapes } from '../words.js';
import { fittingSentence } from './findings.js';
import { terminalColumns, type PlacedTextOptions } from './paint.js';

/** So many lines are read before the rest. */
const most = 10;
/** Fewer groups are a table of contents themselves. */
const fewest = 4;

export interface Grouped {
  readonly assessment: Assessment;
  readonly groups: readonly FindingGroup[];
}

export interface ContentsLine {
  readonly assessment: Assessment;
  readonly group: FindingGroup;
  readonly finding: Finding;
}

/**
 * The ten that matter: what is asked and open, a line each with the place that shows most. What is drawn and wrong goes first: whoever drew it
 * can look at it now, while what nobody wrote yet is mostly the same list on every draft. A line stands for all elements of its group, and a
 * place has one line: ten times the same would hide the other nine.
 */
export function contentsText(designs: readonly Grouped[], options: PlacedTextOptions): string[] {
  const open = openGroups(designs);
  if (open.length < fewest) return [];
  const { paint } = options;
  const all = open.reduce((sum, { group }) => sum + group.findings.filter(counted).length, 0);
  const told = toldFirst(open);
  const title = open.length <= most ? 'What matters' : `The ${most} that matter`;
  const lines = told.map((line, at) => lineOf(at + 1, line, options));
  const left = open.length - told.length;
  const rest = left > 0 ? [paint(`    and ${left} more ${left === 1 ? 'requirement' : 'requirements'}, all told below`, 'quiet')] : [];
  return [[`${paint(title, 'strong')}, of ${findingsWords(all)}`, ...lines, ...rest].join('\n')];
}

/** The lines of the first screen, the first first. */
export function contentsLines(designs: readonly Grouped[]): ContentsLine[] {
  return toldFirst(openGroups(designs));
}

function openGroups(designs: readonly Grouped[]): Omit<ContentsLine, 'finding'>[] {
  return designs.flatMap(({ assessment, groups }) => groups.filter(({ state }) => state === 'open').map((group) => ({ assessment, group })));
}

/** What is open on one place mostly has one cause: what shows most of it is told, and others only where there is room for them. */
function toldFirst(open: readonly Omit<ContentsLine, 'finding'>[]): ContentsLine[] {
  const all = open.flatMap((one) => one.group.findings.map((finding): ContentsLine => ({ ...one, finding }))).sort(byLine);
  const places = new Set<string>();
  const told = new Map<FindingGroup, ContentsLine>();
  for (const line of all) {
    if (told.size === most) break;
    if (told.has(line.group) || places.has(placeKey(line, line.finding.element))) continue;
    told.set(line.group, line);
    for (const element of samePlace(line)) places.add(placeKey(line, element));
  }
  for (const line of all) if (told.size < most && !told.has(line.group)) told.set(line.group, line);
  return [...told.values()].sort(byLine);
}

const byLine = (one: ContentsLine, other: ContentsLine): number => byNotice(one.finding, other.finding);

const placeKey = ({ finding }: ContentsLine, element: string): string => `${finding.design} ${element}`;

/** An element with what runs over the same wire: a link and the flows over it, a flow and the links that it takes. */
function samePlace({ assessment: { architecture }, finding: { element } }: ContentsLine): string[] {
  const links = architecture.flows.get(element)?.hops.flatMap(({ link }) => link ?? []) ?? [];
  const flows = [...architecture.flows.values()].filter(({ hops }) => hops.some(({ link }) => link === element));
  return [element, ...links, ...flows.map(({ name }) => name)];
}

function lineOf(number: number, { assessment, group, finding }: ContentsLine, options: PlacedTextOptions): string {
  const { paint } = options;
  const { severity, findings } = group;
  const { file, line } = locateFinding(finding, assessment, options);
  const place = `${forTerminal(file)}:${line}`;
  const more = findings.length === 1 ? '' : ` (and on ${findings.length - 1} more)`;
  const [rank, sign] = [String(number).padStart(3), `${shapes[severity]} ${severity.padEnd(8)}`];
  const words = fittingSentence(finding, assessment, terminalColumns - `${rank} ${sign} ${more}  ${place}`.length);
  return `${rank} ${paint(sign, severity)} ${forTerminal(words)}${more}  ${paint(place, 'quiet')}`;
}
