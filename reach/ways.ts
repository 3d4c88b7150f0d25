import type { Harm, Yield } from '../language/model/index.js';
import { sumOf, type Figure } from './positions.js';
import { derive, helpFor, type Derived } from './derive.js';
import { devicesIn, oneInstance, type Share } from './devices.js';
import type { Firing } from './firings.js';
import type { Measures, Stops } from './measures.js';
import { shareBefore, wayTo, type Reaching, type Steps } from './spread.js';
import type { Turns } from './turns.js';

/** From what anybody can begin with to something that is done to more than one home. */
export interface WayToHarm {
  /** What it begins with. */
  readonly entry: Firing;
  readonly steps: readonly Firing[];
  /** Of each step the sets of measures that stop it, by their keys; none where nothing does. */
  readonly stops: readonly Stops[];
  readonly cost: number;
  /** Whether all steps surely work. */
  readonly sure: boolean;
  /** What is done by this way alone. */
  readonly figure: Figure;
  /** Whether some control would end it. */
  readonly canBeEnded: boolean;
}

/** The ways to one harm. */
export interface FoundWays {
  readonly harm: Harm;
  readonly hold: Yield;
  /** One for each entry and act; the cheapest first. */
  readonly ways: readonly WayToHarm[];
  /** The beginnings of ways that something ends, with the acts that nothing keeps them from. */
  readonly endable: ReadonlyMap<Firing, ReadonlySet<Firing>>;
}

const costs = { low: 1, medium: 2, high: 4 } as const;

export function costOf({ step }: Firing): number {
  return costs[step.effort];
}

/** All ways to each harm that is counted, in the order of the catalogue, bit by bit. */
export function* foundInTurns(steps: Steps, measures: Measures): Turns<FoundWays[]> {
  const found: FoundWays[] = [];
  for (const harm of steps.evaluator.facts.catalogue.harms.values()) {
    if (harm.counts !== undefined) found.push(yield* waysTo(harm, harm.counts.hold, steps, measures));
  }
  return found;
}

function* waysTo(harm: Harm, hold: Yield, steps: Steps, measures: Measures): Turns<FoundWays> {
  const found: WayToHarm[] = [];
  const endable = new Map<Firing, ReadonlySet<Firing>>();
  const isEndable = (firing: Firing) => measures.of(firing).length > 0;
  const helped = helpFor(steps, costOf, () => false);
  const helpedAlways = helpFor(steps, costOf, isEndable);
  for (const entry of steps.entries) {
    const acts = derive({ hold, entry, costOf, helped }, steps);
    yield;
    if (acts.size === 0) continue;
    const always = new Set(derive({ hold, entry, costOf, isClosed: isEndable, helped: helpedAlways }, steps).keys());
    if ([...acts.keys()].some((act) => !always.has(act))) endable.set(entry, always);
    found.push(...together(entry, [...acts.values()], steps, measures, always));
  }
  const ways = found.sort((one, other) => one.cost - other.cost || (other.figure.high ?? 0) - (one.figure.high ?? 0));
  return { harm, hold, ways, endable };
}

/** One way for each act: where it is done to several kinds of devices, they are counted together. */
function together(entry: Firing, derived: readonly Derived[], steps: Steps, measures: Measures, always: ReadonlySet<Firing>): WayToHarm[] {
  const acts = new Map<string, Derived[]>();
  for (const one of derived) {
    const act = `${one.firing!.step.name} ${one.firing!.subject}`;
    acts.set(act, [...(acts.get(act) ?? []), one]);
  }
  return [...acts.values()].map((each) => {
    const [cheapest] = [...each].sort((one, other) => one.cost - other.cost);
    const way = wayTo(cheapest!);
    const figures = largestEach(each).map((one) => figureOf(one, steps));
    return {
      entry,
      steps: way,
      stops: way.map((firing) => measures.of(firing)),
      cost: cheapest!.cost,
      sure: way.every(({ sure }) => sure),
      figure: sumOf(figures),
      canBeEnded: !each.some(({ firing }) => always.has(firing!)),
    };
  });
}

/** Of what leads to the same devices, what leads to most of them: they are counted once. */
function largestEach(derived: readonly Derived[]): Derived[] {
  const found = new Map<string, Derived>();
  for (const one of derived) {
    const known = found.get(one.gain.element);
    if (known === undefined || one.share < known.share) found.set(one.gain.element, one);
  }
  return [...found.values()];
}

export function figureOf(one: Derived, steps: Steps): Figure {
  const { facts } = steps.evaluator;
  const component = facts.component(one.gain.element)!;
  const high = devicesIn(one.share, component, facts, 'high');
  if (!wayTo(one).every(({ sure }) => sure)) return { low: 0, high };
  return { low: devicesIn(sureShare(one, steps), component, facts, 'low')!, high };
}

/** The share that the same steps surely give. */
function sureShare({ firing, from, share }: Reaching, steps: Steps): Share {
  if (firing === undefined) return share;
  const before = shareBefore(
    firing,
    from.map((one) => ({ share: sureShare(one, steps) })),
  );
  return before === undefined ? oneInstance : steps.shareAfter(firing, before, 'low');
}
