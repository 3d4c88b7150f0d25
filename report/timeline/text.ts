import type { Timeline, TimelineSpan } from '../../history/timeline.js';
import { forTerminal } from '../clean.js';
import { harmTitleOf, timelineHeads, rowOf } from './rows.js';
import { changeWords, clearWords, findingWords, neverWords, phaseWords, stagedWords, timelineTitle } from './words.js';

/** For a terminal: the table of the phases first, then by day what comes and goes and what that begins and ends. */
export function timelineText(timelines: readonly Timeline[]): string {
  return forTerminal(timelines.map(ofDesign).join('\n'));
}

function ofDesign(told: Timeline): string {
  const [first, ...later] = told.spans;
  const harms = first!.harms.map(harmTitleOf);
  const head = `${timelineTitle(told)}: from phase to phase, as of ${told.date}\n`;
  const last = told.spans.at(-1)!.assessment;
  const never = [neverWords(told), ...told.never.map((finding) => `  ${findingWords(finding, last)}`)].join('\n');
  return [head, table(told), `${clearWords(told)}\n`, ...later.map(changes), `${never}\n`, legend(harms)].join('\n');
}

function table({ spans }: Timeline): string {
  const rows = [timelineHeads(spans[0]!), ...spans.map(rowOf)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function changes(span: TimelineSpan): string {
  const steps = span.steps.map((step) => `  ${(step.comes ? 'comes' : 'goes').padEnd(7)} ${stagedWords(step)}`);
  const lines = [...steps, ...span.changes.map((change) => `  ${changeWords(change)}`)];
  return [`By ${span.from} (${phaseWords(span)}):`, ...(lines.length === 0 ? ['  nothing changes'] : lines), ''].join('\n');
}

function legend(harms: readonly string[]): string {
  const reach = harms.length === 0 ? '' : ` ${harms.join(', ')}: by one attacker at worst.`;
  return `Counted is what is missing or weak.${reach} Device-days: the devices of each finding times the days of the span.\n`;
}
