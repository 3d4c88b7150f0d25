import { yieldNames } from '../../reach/index.js';
import { figureWords, positionName, type ReachTold } from './words.js';

/** A row of the table by position, in words. */
export interface PositionTold {
  readonly position: string;
  /** Homes switched, metering points falsified, homes read. */
  readonly figures: readonly string[];
  /** What bounds it, and what stands in the way of more. */
  readonly why: string;
}

export const positionColumns = ['position', 'switched', 'falsified', 'read'] as const;

export const positionsLegend =
  'A figure is what follows from that position alone, without help, by all ways together; that of a harm is of the beginning from which most follows. A range is what the design leaves open. "held by" is what stands in the way of more.';

/** Every component, and of links and zones those from which something follows. */
export function positionsTold({ positions }: ReachTold): PositionTold[] {
  return positions
    .filter(({ foothold, reached }) => foothold.sort === 'component' || yieldNames.some((hold) => reached[hold].figure.high !== 0))
    .map((row) => {
      const bounds = distinct(yieldNames.flatMap((hold) => row.reached[hold].bounds));
      const held = distinct(yieldNames.flatMap((hold) => row.reached[hold].heldBy));
      return {
        position: positionName(row),
        figures: yieldNames.map((hold) => figureWords(row.reached[hold].figure)),
        why: [...bounds.map((one) => `bounded by ${one}`), ...shortened(held)].join('; '),
      };
    });
}

function shortened(held: readonly string[]): string[] {
  const [first, second] = held;
  if (first === undefined) return [];
  const more = held.length > 2 ? ` and ${held.length - 2} more` : '';
  return [`held by ${[first, ...(second === undefined ? [] : [second])].join(', ')}${more}`];
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}
