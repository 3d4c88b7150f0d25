import { counted } from '../../summary/count.js';
import { toldFirst, type FirstGroup } from '../../summary/first.js';
import type { FindingGroup } from '../../summary/groups.js';
import type { Assessment } from '../../review/index.js';
import { forTerminal } from '../clean.js';
import { findingsWords } from '../count.js';
import { locateFinding } from '../locate.js';
import { othersWords } from '../others.js';
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

/**
 * The ten that matter: what is asked and open, a line each with the place that shows most. A line stands for all elements of its group, and a
 * place has one line: ten times the same would hide the other nine.
 */
export function contentsText(designs: readonly Grouped[], options: PlacedTextOptions): string[] {
  const open = designs.flatMap(({ assessment, groups }) =>
    groups.filter(({ state }) => state === 'open').map((group) => ({ assessment, group })),
  );
  if (open.length < fewest) return [];
  const { paint } = options;
  const all = open.reduce((sum, { group }) => sum + group.findings.filter(counted).length, 0);
  const told = toldFirst(open, most);
  const title = open.length <= most ? 'What matters' : `The ${most} that matter`;
  const lines = told.map((line, at) => lineOf(at + 1, line, options));
  const left = open.length - told.length;
  const rest = left > 0 ? [paint(`    and ${left} more ${left === 1 ? 'requirement' : 'requirements'}, all listed below`, 'quiet')] : [];
  return [[`${paint(title, 'strong')}, of ${findingsWords(all)}`, ...lines, ...rest].join('\n')];
}

function lineOf(number: number, { assessment, group, finding }: FirstGroup, options: PlacedTextOptions): string {
  const { paint } = options;
  const { severity, findings } = group;
  const { file, line } = locateFinding(finding, assessment, options);
  const place = `${forTerminal(file)}:${line}`;
  const [rank, sign] = [String(number).padStart(3), `${shapes[severity]} ${severity.padEnd(8)}`];
  const roomBeside = (more: string) => terminalColumns - `${rank} ${sign} ${more}  ${place}`.length;
  const all = othersWords(findings, finding).map((more) => ({ more, words: fittingSentence(finding, assessment, roomBeside(more)) }));
  const { more, words } = all.find((one) => one.words.length <= roomBeside(one.more)) ?? all.at(-1)!;
  return `${rank} ${paint(sign, severity)} ${forTerminal(words)}${forTerminal(more)}  ${paint(place, 'quiet')}`;
}
