import { yieldNames } from '../../reach/index.js';
import { forTerminal } from '../clean.js';
import { figureWords, positionName, proofWords, reachTold, stepWords, worstWords, type ReachTold } from './words.js';
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
  return [head, ...harms, table(told), legend].join('\n');
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

const legend =
  'A figure is what follows from that position alone, without help, by all ways together; that of a harm is of the beginning from which most follows. A range is what the design leaves open. "held by" is what stands in the way of more.\n';

function table({ positions }: ReachTold): string {
  const rows = positions.filter(isTold).map((row) => {
    const figures = yieldNames.map((hold) => figureWords(row.reached[hold].figure));
    const bounds = distinct(yieldNames.flatMap((hold) => row.reached[hold].bounds));
    const held = distinct(yieldNames.flatMap((hold) => row.reached[hold].heldBy));
    const told = [...bounds.map((one) => `bounded by ${one}`), ...shortened(held)];
    return [positionName(row), ...figures, told.join('; ')];
  });
  const columns = ['position', 'switched', 'falsified', 'read', ''];
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => (index === 4 ? 0 : row[index]!.length))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : index === 4 ? cell : cell.padStart(widths[index]!)))
      .join('  ')
      .trimEnd();
  return `${[columns, ...rows].map(line).join('\n')}\n`;
}

function shortened(held: readonly string[]): string[] {
  const [first, second] = held;
  if (first === undefined) return [];
  const more = held.length > 2 ? ` and ${held.length - 2} more` : '';
  return [`held by ${[first, ...(second === undefined ? [] : [second])].join(', ')}${more}`];
}

/** Every component, and of links and zones those from which something follows. */
function isTold({ standing, reached }: ReachTold['positions'][number]): boolean {
  return standing.sort === 'component' || yieldNames.some((hold) => reached[hold].figure.high !== 0);
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}
