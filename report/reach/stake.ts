import type { Yield } from '../../language/model/index.js';
import type { AtStake } from '../../reach/index.js';
import type { Assessment, Finding } from '../../review/index.js';
import { ranksNow, type RanksKnown } from '../../summary/worst-first.js';
import { oneLine } from '../clean.js';
import { countWord } from './numbers.js';
import { doneWords } from './words.js';

/** What hangs on a finding; undefined where it is on no way to a harm, or that is not known. */
export function atStakeOf({ id }: Finding, assessment: Assessment, ranks: RanksKnown = ranksNow): AtStake | undefined {
  return ranks(assessment)?.get(id);
}

const concerned: Readonly<Record<Yield, readonly [one: string, many: string]>> = {
  switching: ['home', 'homes'],
  falsifying: ['metering point', 'metering points'],
  reading: ['home', 'homes'],
};

/** `on 12 of 39 ways, 250,000 homes`, beside other words in a list. */
export function stakeWords({ on, of, hold, figure: { low, high } }: AtStake): string {
  const ways = `on ${on} of ${waysCount(of)}`;
  if (high === undefined && low === 0) return ways;
  const count = high ?? low;
  const noun = concerned[hold][count === 1 ? 0 : 1];
  const bound = high === undefined ? 'at least ' : low < high ? 'up to ' : '';
  return `${ways}, ${bound}${countWord(count)} ${noun}`;
}

/** `On 3 of 13 ways to "Customers harmed by abused load control" (250,000 homes switched).`, each harm once. */
export function stakeSentence({ harms }: AtStake): string {
  const told = harms.map(({ harm, hold, on, of, figure }) => {
    return `${on} of ${waysCount(of)} to "${oneLine(harm.title ?? harm.name)}" (${doneWords(figure, hold)})`;
  });
  return `On ${told.join(', ')}.`;
}

function waysCount(number: number): string {
  return number === 1 ? '1 way' : `${number} ways`;
}
