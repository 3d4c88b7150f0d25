import type { Element, Yield } from '../language/model/index.js';
import type { Figure } from '../language/semantics/index.js';
import type { Evaluator } from '../review/index.js';
import { gainOf, type Gain } from './gains.js';
import { countOf, devicesIn, everyInstance, oneInstance, type Bound, type Share } from './devices.js';
import type { Firing } from './firings.js';
import { spreadFrom, wayTo, type Reaching, type Spread, type Steps } from './spread.js';
import type { Turns } from './turns.js';

export type { Figure };

export const yieldNames = ['switching', 'falsifying', 'reading'] as const satisfies readonly Yield[];

/** Where an attacker may stand: in one instance of an element, or in all of them. */
export interface Foothold {
  readonly element: string;
  readonly sort: Element['sort'];
  readonly extent: 'one' | 'every';
  /** What the attacker has there; of a party, all that it runs. */
  readonly gains: readonly Gain[];
}

/** Where nobody says how many there are, as many as there are surely. */
export function sizeOf({ low, high }: Figure): number {
  return high ?? low;
}

export interface Reached {
  readonly figure: Figure;
  /** The devices, by component. */
  readonly devices: readonly { readonly component: string; readonly figure: Figure }[];
  /** The steps by which the largest part of them is reached. */
  readonly way: readonly Firing[];
  /** What bounds how much is done on this way in a day. */
  readonly bounds: readonly string[];
  /** What stands in the way of more, as `CONTROL on ELEMENT`. */
  readonly heldBy: readonly string[];
}

export interface PositionRow {
  readonly foothold: Foothold;
  readonly reached: Readonly<Record<Yield, Reached>>;
}

/** What follows from each position, by itself. */
export function* reachTableInTurns(steps: Steps): Turns<PositionRow[]> {
  const rows: PositionRow[] = [];
  for (const foothold of footholdsOf(steps.evaluator)) {
    rows.push({ foothold, reached: yieldsFrom(foothold, steps) });
    yield;
  }
  return rows;
}

/** Every position of a design: its components with what they run, its links, its zones. */
export function footholdsOf({ facts }: Evaluator): Foothold[] {
  const { components, links, zones } = facts.architecture;
  const found: Foothold[] = [];
  for (const { name } of components.values()) {
    const run = [...components.values()].filter((one) => one.name !== name && one.runBy === name);
    const gains = [name, ...run.map((one) => one.name)].map((element) => gainOf('control', element));
    const isSingle = run.length > 0 || countOf(components.get(name)!, facts) === 1;
    if (!isSingle) found.push({ element: name, sort: 'component', extent: 'one', gains });
    found.push({ element: name, sort: 'component', extent: 'every', gains });
  }
  for (const { name } of links.values()) {
    const gains = [gainOf('access', name)];
    found.push({ element: name, sort: 'link', extent: 'one', gains }, { element: name, sort: 'link', extent: 'every', gains });
  }
  for (const { name } of zones.values()) {
    found.push({ element: name, sort: 'zone', extent: 'every', gains: [gainOf('access', name)] });
  }
  return found;
}

/** What follows from one position: surely, and perhaps. */
export function yieldsFrom(foothold: Foothold, steps: Steps): PositionRow['reached'] {
  const spreads = { low: spread(foothold, steps, 'low'), high: spread(foothold, steps, 'high'), bare: spread(foothold, steps, 'bare') };
  const each = yieldNames.map((hold) => [hold, reached(hold, spreads, steps)] as const);
  return Object.fromEntries(each) as Record<Yield, Reached>;
}

/** What follows from the first step of an attacker, by all ways together. */
export function figureFrom(entry: Firing, hold: Yield, steps: Steps): Figure {
  const from = (bound: Bound) => {
    const share = steps.shareAfter(entry, oneInstance, bound);
    return spreadFrom(bound === 'low' && !entry.sure ? [] : [{ gain: entry.to, share }], steps, bound);
  };
  return figureFromBoth(hold, from('low'), from('high'), steps);
}

/** What follows from a position. */
export function spread({ gains, extent }: Foothold, steps: Steps, bound: Bound, isClosed?: (firing: Firing) => boolean): Spread {
  const shareOf = (element: string): Share => (extent === 'every' ? everyInstance : steps.shareOfOne(element, bound));
  return spreadFrom(
    gains.map((gain) => ({ gain, share: shareOf(gain.element) })),
    steps,
    bound,
    isClosed,
  );
}

/** How many devices two bounds of what follows come to. */
export function figureFromBoth(hold: Yield, low: Spread, high: Spread, steps: Steps): Figure {
  return sumOf(devicesReached(hold, low, high, steps).map(({ figure }) => figure));
}

function reached(hold: Yield, { low, high, bare }: Readonly<Record<Bound, Spread>>, steps: Steps): Reached {
  const devices = devicesReached(hold, low, high, steps);
  const [largest] = [...devices].sort((one, other) => other.order - one.order);
  const way = largest === undefined ? [] : wayTo(largest.most);
  return {
    figure: sumOf(devices.map(({ figure }) => figure)),
    devices: devices.map(({ component, figure }) => ({ component, figure })),
    way,
    bounds: [...new Set(way.flatMap(({ bounds }) => bounds))],
    heldBy: heldBack(hold, high, bare),
  };
}

interface ReachedDevices {
  readonly component: string;
  readonly figure: Figure;
  readonly most: Reaching;
  readonly order: number;
}

function devicesReached(hold: Yield, low: Spread, high: Spread, { evaluator: { facts } }: Steps): ReachedDevices[] {
  const found = [...high].filter(([, one]) => one.gain.hold === hold);
  // What was reached first depends on the way; a design tells its components in one order.
  const order = new Map(found.length < 2 ? [] : [...facts.architecture.components.keys()].map((name, index) => [name, index] as const));
  found.sort(([, one], [, other]) => order.get(one.gain.element)! - order.get(other.gain.element)!);
  return found.map(([key, most]) => {
    const component = facts.component(most.gain.element)!;
    const least = low.get(key);
    const figure = {
      low: least === undefined ? 0 : devicesIn(least.share, component, facts, 'low')!,
      high: devicesIn(most.share, component, facts, 'high'),
    };
    return { component: component.name, figure, most, order: figure.high ?? Number.POSITIVE_INFINITY };
  });
}

/** What stops the ways by which more would follow, each of them at the first control on it. */
function heldBack(hold: Yield, high: Spread, bare: Spread): string[] {
  const held = [...bare].flatMap(([key, one]) => {
    if (one.gain.hold !== hold || (high.get(key)?.share ?? Infinity) <= one.share) return [];
    return wayTo(one).find(({ stoppedBy }) => stoppedBy.length > 0)?.stoppedBy ?? [];
  });
  return [...new Set(held)];
}

export function sumOf(figures: readonly Figure[]): Figure {
  return figures.reduce<Figure>(
    (sum, { low, high }) => ({ low: sum.low + low, high: sum.high === undefined || high === undefined ? undefined : sum.high + high }),
    { low: 0, high: 0 },
  );
}
