import { byWeight, type Assessment, type Finding } from '../../review/index.js';
import { counted } from '../../summary/count.js';
import { findingsWords } from '../count.js';
import { forTerminal } from '../clean.js';
import type { FindingGroup } from '../../summary/groups.js';
import { locateFinding } from '../locate.js';
import { shapes } from '../words.js';
import { fittingSentence } from './findings.js';
import { columns, type TextOptions } from './paint.js';

/** So many lines are read before the rest. */
const most = 10;
/** Fewer groups are a table of contents themselves. */
const fewest = 4;

export interface Grouped {
  readonly assessment: Assessment;
  readonly groups: readonly FindingGroup[];
}

interface Line {
  readonly assessment: Assessment;
  readonly group: FindingGroup;
  readonly finding: Finding;
}

/**
 * The ten that matter: what is asked and open, worst first by the one order, a line each with the worst place. A line stands for all
 * elements of its group, and an element has one line: ten times the same would hide the other nine.
 */
export function contentsText(designs: readonly Grouped[], options: TextOptions): string[] {
  const open = designs
    .flatMap(({ assessment, groups }) => groups.filter(({ state }) => state === 'open').map((group) => ({ assessment, group })))
    .sort((one, other) => byWeight(one.group.findings[0]!, other.group.findings[0]!));
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

/** What is open on one element mostly has one cause: its worst is told, and others only where there is room for them. */
function toldFirst(open: readonly Omit<Line, 'finding'>[]): Line[] {
  const named = new Set<string>();
  const fresh = new Map<FindingGroup, Line>();
  for (const { assessment, group } of open) {
    const finding = group.findings.find(({ design, element }) => !named.has(`${design} ${element}`));
    if (finding === undefined) continue;
    named.add(`${finding.design} ${finding.element}`);
    fresh.set(group, { assessment, group, finding });
    if (fresh.size === most) break;
  }
  const others = open.filter(({ group }) => !fresh.has(group)).slice(0, most - fresh.size);
  const room = new Map(others.map((one) => [one.group, { ...one, finding: one.group.findings[0]! }]));
  const lines = open.flatMap(({ group }) => fresh.get(group) ?? room.get(group) ?? []);
  return lines.sort((one, other) => byWeight(one.finding, other.finding));
}

function lineOf(number: number, { assessment, group, finding }: Line, options: TextOptions): string {
  const { paint } = options;
  const { severity, findings } = group;
  const { file, line } = locateFinding(finding, assessment, options);
  const place = `${forTerminal(file)}:${line}`;
  const more = findings.length === 1 ? '' : ` (and on ${findings.length - 1} more)`;
  const [rank, sign] = [String(number).padStart(3), `${shapes[severity]} ${severity.padEnd(8)}`];
  const words = fittingSentence(finding, assessment, columns - `${rank} ${sign} ${more}  ${place}`.length);
  return `${rank} ${paint(sign, severity)} ${forTerminal(words)}${more}  ${paint(place, 'quiet')}`;
}
