import type { Yield } from '../../language/model/index.js';
import type { Figure, Foothold, Measure, PositionRow, WorstHarm } from '../../reach/index.js';
import { worstYield } from '../../reach/index.js';
import { controlWords, listed } from '../words.js';
import { countWord } from './numbers.js';
import { figureWords, stepWords } from './words.js';

const acts: Readonly<Record<Yield, readonly [does: string, may: string, one: string, many: string]>> = {
  switching: ['switches off', 'may switch off', 'home', 'homes'],
  falsifying: ['falsifies', 'may falsify', 'metering point', 'metering points'],
  reading: ['reads', 'may read', 'home', 'homes'],
};

/** `alone switches off 250,000 homes; with digital signature on disconnect: 0`, above the name of the element; where no way leads there, of whoever has taken it over. */
export function worstTitle({ row: { foothold }, hold, isReached, figure, cut, after }: WorstHarm): string {
  return `${isReached ? aloneWords(foothold) : takenWords(foothold)} ${actWords(hold, figure)}${endWords(foothold.element, cut, after)}`;
}

/** More than two measures would not fit into a line. */
const mostMeasures = 2;

function endWords(element: string, cut: readonly Measure[], after: Figure): string {
  if (cut.length === 0) return '; no control ends that';
  const told = cut.length > mostMeasures ? `${cut.length} measures` : measuresWords(cut, element);
  return `; with ${told}: ${figureWords(after)}`;
}

/** `digital signature on disconnect and update`; what is done at the element itself, without its name. */
function measuresWords(cut: readonly Measure[], at: string): string {
  const places = new Map<string, string[]>();
  for (const { leaf, what, element } of cut) {
    const words = leaf.kind === 'control' ? controlWords(what) : what;
    places.set(words, [...(places.get(words) ?? []), element]);
  }
  const told = [...places].map(([words, on]) => (on.every((one) => one === at) ? words : `${words} on ${listed(on, 'and')}`));
  return listed(told, 'and');
}

function aloneWords({ extent }: Foothold): string {
  return extent === 'one' ? 'one alone' : 'alone';
}

function takenWords({ extent }: Foothold): string {
  return `where ${extent === 'one' ? 'one is ' : ''}taken over (no way there is known),`;
}

/** `switches off 250,000 homes`; of a range its high end, as what may be. */
export function actWords(hold: Yield, { low, high }: Figure): string {
  const [does, may, one, many] = acts[hold];
  const count = (number: number) => `${countWord(number)} ${number === 1 ? one : many}`;
  if (high === undefined) return low === 0 ? `${may} ${many}, nobody says how many` : `${does} at least ${count(low)}`;
  return low === high ? `${does} ${count(high)}` : `${may} up to ${count(high)}`;
}

export interface WorstFromHere {
  /** `Whoever controls one meter switches off 250,000 homes` */
  readonly sentence: string;
  /** The steps in words, in their order. */
  readonly way: readonly string[];
}

/** The worst that is done from a position, with the way; undefined where nothing is known to be done to more than one. */
export function worstFromHere(row: PositionRow): WorstFromHere | undefined {
  const hold = worstYield(row);
  if (hold === undefined) return undefined;
  const { figure, way } = row.reached[hold];
  return { sentence: `Whoever ${footholdWords(row.foothold)} ${actWords(hold, figure)}`, way: way.map(stepWords) };
}

function footholdWords({ element, sort, extent }: Foothold): string {
  if (sort === 'link') return `is at ${extent === 'one' ? 'one medium of' : 'every medium of'} ${element}`;
  if (sort === 'zone') return `is in the network of ${element}`;
  return `controls ${extent === 'one' ? 'one ' : ''}${element}`;
}
