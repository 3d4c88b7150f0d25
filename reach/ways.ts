import type { Harm, Yield } from '../language/model/index.js';
import type { Figure } from './positions.js';
import { smallestCut } from './cut.js';
import { derive, type Derived } from './derive.js';
import { devicesIn } from './devices.js';
import type { Firing } from './firings.js';
import { Measures, type Measure, type Stops } from './measures.js';
import { wayTo, type Steps } from './spread.js';

/** From what anybody can begin with to something that is done to more than one home. */
export interface WayToHarm {
  readonly steps: readonly Firing[];
  /** Of each step the sets of measures that stop it, by their keys; none where nothing does. */
  readonly stops: readonly Stops[];
  readonly cost: number;
  /** Whether all steps surely work. */
  readonly sure: boolean;
  readonly figure: Figure;
  /** Whether some control would end it. */
  readonly canBeEnded: boolean;
}

export interface HarmWays {
  readonly harm: Harm;
  readonly hold: Yield;
  /** One for each entry and act; the cheapest first. */
  readonly ways: readonly WayToHarm[];
  /** The smallest set of measures that ends all ways that some measure ends; as large as `atLeast` where that is proven. */
  readonly cut: readonly Measure[];
  readonly atLeast: number;
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
  const measures = new Measures(steps.all, steps.evaluator, accepts);
  return [...steps.evaluator.facts.catalogue.harms.values()].flatMap((harm) =>
    harm.counts === undefined ? [] : [waysTo(harm, harm.counts.hold, steps, measures)],
  );
}

function waysTo(harm: Harm, hold: Yield, steps: Steps, measures: Measures): HarmWays {
  const found: WayToHarm[] = [];
  /** The acts that nothing keeps an entry from. */
  const endless = new Map<Firing, ReadonlySet<Firing>>();
  for (const entry of steps.entries) {
    const always = derive({ hold, entry, costOf, isClosed: (firing) => measures.of(firing).length > 0 }, steps);
    endless.set(entry, new Set(always.keys()));
    found.push(...together([...derive({ hold, entry, costOf }, steps).values()], steps, measures, endless.get(entry)!));
  }
  const { chosen, atLeast } = smallestCut((taken) => survivorOf(hold, steps, measures, endless, taken));
  return {
    harm,
    hold,
    ways: found.sort((one, other) => one.cost - other.cost || (other.figure.high ?? 0) - (one.figure.high ?? 0)),
    cut: chosen.map((key) => measures.all.get(key)!),
    atLeast,
  };
}

/** One way for each act: where it is done to several kinds of devices, they are counted together. */
function together(derived: readonly Derived[], steps: Steps, measures: Measures, always: ReadonlySet<Firing>): WayToHarm[] {
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

function figureOf(one: Derived, { evaluator: { facts } }: Steps): Figure {
  const component = facts.component(one.gain.element)!;
  const high = devicesIn(one.share, component, facts, 'high');
  return { low: wayTo(one).every(({ sure }) => sure) ? devicesIn(one.share, component, facts, 'low')! : 0, high };
}

/** What would end one of the ways that are left, of those that something ends: the way with the fewest choices. */
function survivorOf(
  hold: Yield,
  steps: Steps,
  measures: Measures,
  endless: ReadonlyMap<Firing, ReadonlySet<Firing>>,
  chosen: ReadonlySet<string>,
): readonly (readonly string[])[] | undefined {
  const isClosed = (firing: Firing) => measures.isStopped(firing, chosen);
  for (const entry of steps.entries) {
    if (isClosed(entry)) continue;
    const acts = derive({ hold, entry, costOf: (firing) => measures.of(firing).length, isClosed }, steps);
    for (const [act, derived] of acts) {
      if (endless.get(entry)?.has(act) !== true) return wayTo(derived).flatMap((firing) => measures.of(firing));
    }
  }
  return undefined;
}
