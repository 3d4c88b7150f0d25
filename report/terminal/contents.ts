import { byWeight, type Assessment } from '../../review/index.js';
import { counted, findingsWords } from '../count.js';
import { forTerminal } from '../clean.js';
import type { FindingGroup } from '../groups.js';
import { locate } from '../locate.js';
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

/**
 * The ten that matter: what is asked and open, worst first by the one order, a line each with the worst place. A line stands for all
 * elements of its group: ten times the same would hide the other nine.
 */
export function contentsText(designs: readonly Grouped[], options: TextOptions): string[] {
  const open = designs
    .flatMap(({ assessment, groups }) => groups.filter(({ state }) => state === 'open').map((group) => ({ assessment, group })))
    .sort((one, other) => byWeight(one.group.findings[0]!, other.group.findings[0]!));
  if (open.length < fewest) return [];
  const { paint } = options;
  const all = open.reduce((sum, { group }) => sum + group.findings.filter(counted).length, 0);
  const told = open.slice(0, most);
  const title = open.length <= most ? 'What matters' : `The ${most} that matter`;
  const lines = told.map(({ assessment, group }, at) => lineOf(at + 1, assessment, group, options));
  const left = open.length - told.length;
  const rest = left > 0 ? [paint(`    and ${left} more ${left === 1 ? 'requirement' : 'requirements'}, all told below`, 'quiet')] : [];
  return [[`${paint(title, 'strong')}, of ${findingsWords(all)}`, ...lines, ...rest].join('\n')];
}

function lineOf(number: number, assessment: Assessment, { findings, severity }: FindingGroup, { paint, toPath }: TextOptions): string {
  const [first] = findings;
  const { file, line } = locate(first!.range, toPath);
  const place = `${forTerminal(file)}:${line}`;
  const more = findings.length === 1 ? '' : ` (and on ${findings.length - 1} more)`;
  const [rank, sign] = [String(number).padStart(3), `${shapes[severity]} ${severity.padEnd(8)}`];
  const words = fittingSentence(first!, assessment, columns - `${rank} ${sign} ${more}  ${place}`.length);
  return `${rank} ${paint(sign, severity)} ${forTerminal(words)}${more}  ${paint(place, 'quiet')}`;
}
