import type { Yield } from '../../language/model/index.js';
import { reachOf, inquiriesOf, type Figure, type Firing, type HarmWays, type PositionRow, type Reach } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';
import { capital } from '../words.js';
import { countWord } from './numbers.js';

/** What is told of one design: how far each position reaches, and the ways to each harm. */
export interface ReachTold extends Reach {
  readonly harms: readonly HarmWays[];
}

export function reachTold(assessment: Assessment): ReachTold {
  const reach = reachOf(assessment);
  return { ...reach, harms: inquiriesOf(assessment).ways.now() };
}

export const yieldWords: Readonly<Record<Yield, string>> = {
  switching: 'homes switched',
  falsifying: 'metering points falsified',
  reading: 'homes read',
};

const yieldOfOne: Readonly<Record<Yield, string>> = {
  switching: 'home switched',
  falsifying: 'metering point falsified',
  reading: 'home read',
};

/** `209`, `at least 1`, `0 to 250,000`: what is not surely so is told as a range. */
export function figureWords({ low, high }: Figure): string {
  if (high === undefined) return low === 0 ? 'unknown' : `at least ${countWord(low)}`;
  return low === high ? countWord(low) : `${countWord(low)} to ${countWord(high)}`;
}

/** `250,000 homes switched`, `homes switched, nobody says how many` */
export function doneWords(figure: Figure, hold: Yield): string {
  if (figure.high === undefined && figure.low === 0) return `${yieldWords[hold]}, nobody says how many`;
  if (figure.low === 1 && figure.high === 1) return `1 ${yieldOfOne[hold]}`;
  return `${figureWords(figure)} ${yieldWords[hold]}`;
}

/** `one meter`, `every dcu`; what there is one of, by its name alone. */
export function positionName({ foothold: { element, sort, extent } }: PositionRow): string {
  const what = sort === 'component' ? element : `${sort} ${element}`;
  return `${extent} ${what}`;
}

/** `Keys are read out of a device (meter)` */
export function stepWords({ step, subject }: Firing): string {
  return `${step.title ?? step.name} (${subject})`;
}

/** `35,000,000 metering points falsified by one attacker, from supplierco; 4 ways in all`: what the table tells of that beginning. */
export function worstWords({ hold, worst, ways }: HarmWays): string {
  if (worst === undefined) return 'no way is known that leads to more than one home';
  const number = ways.length === 1 ? 'one way' : `${ways.length} ways`;
  return `${doneWords(worst.figure, hold)} by one attacker, from ${worst.entry.subject}; ${number} in all`;
}

/** `these 4 controls close all of them, and no 3 do` */
export function proofWords({ cut, atLeast, ways }: HarmWays): string {
  const open = ways.filter(({ canBeEnded }) => canBeEnded).length;
  const endless = ways.length - open;
  if (open === 0) return ways.length === 0 ? '' : 'No control of the catalogue ends any of them.';
  const closed = ways.length === 1 ? 'it' : endless === 0 ? `all ${ways.length} ways` : `${open} of the ${ways.length} ways`;
  const number = `${cut.length} ${cut.length === 1 ? 'measure closes' : 'measures close'} ${closed}`;
  const smaller = cut.length === 1 || cut.length > atLeast ? '' : cut.length === 2 ? '; no single one does' : `; no ${cut.length - 1} do`;
  const unproven = cut.length === atLeast ? '' : `; it takes ${atLeast} at least, and whether fewer than ${cut.length} do is not decided`;
  return `${number}${smaller}${unproven}.${endless === 0 ? '' : ` No control ends the other ${endless}.`}`;
}

/** The one sentence of a harm and its proof: `1,200 homes switched by one attacker, from box; one way in all. 1 measure closes it.` */
export function harmWords(one: HarmWays): string {
  const proof = proofWords(one);
  return `${capital(worstWords(one))}.${proof === '' ? '' : ` ${proof}`}`;
}

export function harmTitle({ harm }: HarmWays): string {
  return harm.title ?? harm.name;
}
