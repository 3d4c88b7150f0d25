import type { Harm, Yield } from '../language/model/index.js';
import { figureFrom, type Figure } from './positions.js';
import { cutInTurns, type Survivor } from './cut.js';
import { derive, helpFor, type Derived } from './derive.js';
import { devicesIn, oneInstance, type Share } from './devices.js';
import type { Firing } from './firings.js';
import type { Constraint } from './hitting-set.js';
import { Measures, type Measure, type Stops } from './measures.js';
import { shareBefore, wayTo, type Reaching, type Steps } from './spread.js';
import { atOnce, type Turns } from './turns.js';

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

export interface HarmWays {
  readonly harm: Harm;
  readonly hold: Yield;
  /** One for each entry and act; the cheapest first. */
  readonly ways: readonly WayToHarm[];
  /** The beginning from which most is done by all ways together, as the table tells of who stands there; undefined where there is no way. */
  readonly worst: WorstBeginning | undefined;
  /** The smallest set of measures that ends all ways that some measure ends; as large as `atLeast` where that is proven. */
  readonly cut: readonly Measure[];
  readonly atLeast: number;
}

export interface WorstBeginning {
  readonly entry: Firing;
  readonly figure: Figure;
}

const costs = { low: 1, medium: 2, high: 4 } as const;

export function costOf({ step }: Firing): number {
  return costs[step.effort];
}

/**
 * All ways to each harm that is counted, in the order of the catalogue.
 *
 * @param accepts whether a measure may be taken; what no other ends counts as what no control ends
 */
export function waysToHarms(steps: Steps, accepts?: (measure: Measure) => boolean): HarmWays[] {
  return atOnce(waysInTurns(steps, accepts));
}

/** The same bit by bit. */
export function* waysInTurns(steps: Steps, accepts?: (measure: Measure) => boolean): Turns<HarmWays[]> {
  const measures = new Measures(steps.all, steps.evaluator, accepts);
  const found: HarmWays[] = [];
  for (const harm of steps.evaluator.facts.catalogue.harms.values()) {
    if (harm.counts !== undefined) found.push(yield* waysTo(harm, harm.counts.hold, steps, measures));
  }
  return found;
}

function* waysTo(harm: Harm, hold: Yield, steps: Steps, measures: Measures): Turns<HarmWays> {
  const found: WayToHarm[] = [];
  /** The beginnings of ways that something ends, with the acts that nothing keeps them from. */
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
  const worst = yield* worstOf(ways, hold, steps);
  const { chosen, atLeast } = yield* cutInTurns(survivorsIn(hold, steps, measures, endable));
  return {
    harm,
    hold,
    ways,
    worst,
    cut: chosen.map((key) => measures.all.get(key)!),
    atLeast,
  };
}

/** Of beginnings that come to the same, the one with the cheapest way. */
function* worstOf(ways: readonly WayToHarm[], hold: Yield, steps: Steps): Turns<WorstBeginning | undefined> {
  const found = new Map<Firing, Figure>();
  for (const { entry, figure } of ways) {
    const known = found.get(entry) ?? figureFrom(entry, hold, steps);
    // Where somebody else has to help, more is done than follows from this beginning alone.
    found.set(entry, { low: Math.max(known.low, figure.low), high: larger(known.high, figure.high) });
    yield;
  }
  const size = ({ high }: Figure) => high ?? Number.POSITIVE_INFINITY;
  let worst: WorstBeginning | undefined;
  for (const [entry, figure] of found) {
    const more = worst === undefined ? 1 : size(figure) - size(worst.figure) || figure.low - worst.figure.low;
    if (more > 0) worst = { entry, figure };
  }
  return worst;
}

function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : Math.max(one, other);
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
      figure: {
        low: figures.reduce((sum, { low }) => sum + low, 0),
        high: figures.reduce<number | undefined>((sum, { high }) => (sum === undefined || high === undefined ? undefined : sum + high), 0),
      },
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

function figureOf(one: Derived, steps: Steps): Figure {
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

/** Finds what would end one of the ways that are left, of those that something ends: of its beginning the way with the fewest choices. */
function survivorsIn(
  hold: Yield,
  steps: Steps,
  measures: Measures,
  endable: ReadonlyMap<Firing, ReadonlySet<Firing>>,
): Survivor<Turns<Constraint | undefined>> {
  const beginnings = [...endable];
  const choicesAt = (firing: Firing) => measures.of(firing).length;
  let at = 0;
  let before: ReadonlySet<string> = new Set();
  return function* (chosen) {
    // From where no way is left, none is where more is chosen.
    if ([...before].some((key) => !chosen.has(key))) at = 0;
    before = new Set(chosen);
    const isClosed = (firing: Firing) => measures.isStopped(firing, chosen);
    const helped = helpFor(steps, choicesAt, isClosed);
    for (; at < beginnings.length; at++) {
      const [entry, always] = beginnings[at]!;
      for (const [act, derived] of derive({ hold, entry, costOf: choicesAt, isClosed, helped }, steps)) {
        if (!always.has(act)) return wayTo(derived).flatMap((firing) => measures.of(firing));
      }
      yield;
    }
    return undefined;
  };
}
