import type { Catalogue } from '../../language/model/index.js';
import type { HarmWays, Measure } from '../../reach/index.js';
import type { ClosedBy } from '../../review/index.js';
import { closedByWords } from '../fix-titles.js';
import { listed } from '../words.js';
import { proofWords } from './words.js';

/** Why a measure was not written, as data. */
interface Unwritten {
  readonly measure: Measure;
  readonly why: {
    readonly reason: 'planned' | 'people' | 'unfit' | 'fact' | 'elsewhere' | 'in vain';
    readonly possible: readonly ClosedBy[];
  };
}

/** What writing the smallest cut of a design came to. */
export interface CutTold {
  readonly design: string;
  readonly before: HarmWays;
  readonly written: readonly { readonly measure: Measure; readonly by: ClosedBy }[];
  readonly unwritten: readonly Unwritten[];
  readonly after: HarmWays;
  readonly missing: readonly Unwritten[];
}

/** Of one design a line on its ways, one a measure that was written, one a measure that could not be, and what is left. */
export function cutLines({ design, before, written, unwritten, after, missing }: CutTold, catalogue: Catalogue): string[] {
  const name = `${design}, ${before.harm.name}`;
  if (before.ways.length === 0) return [`${name}: no way is known that leads to more than one home`];
  const open = after.ways.filter(({ canBeEnded }) => canBeEnded).length;
  const endless = after.ways.length - open;
  const known = new Set(unwritten.map(({ measure }) => measure.key));
  const told = [...unwritten, ...missing.filter(({ measure }) => !known.has(measure.key))];
  return [
    `${name}: ${proofWords(before)}`,
    ...written.map(({ measure, by }) => `  written: ${measure.key} by ${closedByWords(by, catalogue)}`),
    ...told.map((one) => `  not written: ${one.measure.key}: ${whyWords(one, catalogue)}`),
    ...(written.length > before.cut.length ? [`  ${written.length} were written, since not all of the ${before.cut.length} can be`] : []),
    ...(after.ways.length === 0 ? ['  no way is left'] : []),
    ...(open === 0 ? [] : [`  ${waysWord(open)} left until a person writes what is missing`]),
    ...(endless === 0 ? [] : [`  ${waysWord(endless)} left that no control of the catalogue ends`]),
  ];
}

function waysWord(ways: number): string {
  return ways === 1 ? 'one way is' : `${ways} ways are`;
}

const mostNamed = 4;

function whyWords({ measure, why: { reason, possible: ways } }: Unwritten, catalogue: Catalogue): string {
  const possible = ways.map((way) => closedByWords(way, catalogue));
  switch (reason) {
    case 'planned':
      return 'the design says that it comes; take `planned` away once it is there';
    case 'people':
      return 'only people know whether it is there';
    case 'fact':
      return 'what makes it so takes more than a value; change the design';
    case 'elsewhere':
      return `${measure.element} stands in a file that was not given`;
    case 'in vain':
      return `${listed(possible, 'and')} was written and does not stop the step there`;
    case 'unfit': {
      if (possible.length === 0) return 'no mechanism of the catalogue can stand there';
      const named = possible.length > mostNamed ? [...possible.slice(0, mostNamed), `${possible.length - mostNamed} more`] : possible;
      return `no mechanism of the catalogue is made for it there; ${listed(named, 'or')} could stand there, if it does`;
    }
  }
}
