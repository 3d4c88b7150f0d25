import type { HarmWays } from '../../../reach/index.js';
import type { Assessment } from '../../../review/index.js';
import { positionColumns, positionsTold } from '../../reach/positions.js';
import { figureWords, harmTitle, harmWords, reachTold, stepWords } from '../../reach/words.js';
import { capital } from '../../words.js';
import { mdTable, mdText } from './escape.js';

const mostPositions = 40;
const mostMeasures = 12;
const mostWays = 10;

/** Each harm in a sentence with what closes its ways; undefined where no harm is counted. */
export function reachSummary(assessment: Assessment): string | undefined {
  const { harms } = reachTold(assessment);
  return harms.length === 0 ? undefined : ['## How far an attacker gets', '', ...harms.flatMap(harmLines)].join('\n');
}

/** The same with the ways of each harm, and the table by position. */
export function reachInFull(assessment: Assessment): string {
  const told = reachTold(assessment);
  const positions = positionsTold(told);
  const rows = positions
    .slice(0, mostPositions)
    .map(({ position, figures, why }) => [mdText(position), ...figures.map(mdText), mdText(why)]);
  const left = positions.length - mostPositions;
  return [
    ...told.harms.map((one) =>
      [`## ${mdText(harmTitle(one))}`, mdText(harmWords(one)), measureLines(one, '').join('\n'), waysLines(one).join('\n')]
        .filter((part) => part !== '')
        .join('\n\n'),
    ),
    '## By position',
    mdTable([...positionColumns.map(capital), 'Why no more'], rows),
    ...(left > 0 ? [`**and ${left} more positions**`] : []),
  ].join('\n\n');
}

function harmLines(one: HarmWays): string[] {
  return [`- **${mdText(harmTitle(one))}**: ${mdText(harmWords(one))}`, ...measureLines(one, '  ')];
}

function measureLines({ cut }: HarmWays, indent: string): string[] {
  const more = cut.length - mostMeasures;
  return [
    ...cut.slice(0, mostMeasures).map(({ key }) => `${indent}- ${mdText(key)}`),
    ...(more > 0 ? [`${indent}- **and ${more} more**`] : []),
  ];
}

function waysLines({ ways }: HarmWays): string[] {
  const more = ways.length - mostWays;
  return [
    ...ways
      .slice(0, mostWays)
      .map(({ steps, figure }, index) => `${index + 1}. ${mdText(`${figureWords(figure)}: ${steps.map(stepWords).join(', ')}`)}`),
    ...(more > 0 ? [`\n**and ${more} more ways**`] : []),
  ];
}
