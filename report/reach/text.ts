import { forTerminal } from '../clean.js';
import { positionColumns, positionsLegend, positionsTold } from './positions.js';
import { proofWords, reachTold, stepWords, worstWords, type ReachTold } from './words.js';
import type { HarmWays } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';

/** The first screen: each harm in a sentence, then what follows from each position. */
export function reachText(assessments: readonly Assessment[]): string {
  return forTerminal(assessments.map((one) => ofDesign(reachTold(one))).join('\n'));
}

function ofDesign(told: ReachTold): string {
  const { design } = told.assessment.architecture;
  const head = `${design.title ?? design.name}: how far an attacker gets, as of ${told.assessment.date}\n`;
  const harms = told.harms.map((one) => `${harmSentence(one)}\n`);
  return [head, ...harms, table(told), `${positionsLegend}\n`].join('\n');
}

export function harmSentence(one: HarmWays): string {
  const { harm, ways } = one;
  const title = harm.title ?? harm.name;
  const [first] = ways;
  if (first === undefined) return `${title}: ${worstWords(one)}.`;
  return [
    `${title}: ${worstWords(one)}. ${proofWords(one)}`,
    `  The cheapest: ${first.steps.map(stepWords).join(' > ')}`,
    ...one.cut.map(({ what, element }) => `  - ${what} on ${element}`),
  ].join('\n');
}

function table(told: ReachTold): string {
  const rows = positionsTold(told).map(({ position, figures, why }) => [position, ...figures, why]);
  const columns = [...positionColumns, ''];
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => (index === 4 ? 0 : row[index]!.length))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : index === 4 ? cell : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  return `${[columns, ...rows].map(line).join('\n')}\n`;
}
