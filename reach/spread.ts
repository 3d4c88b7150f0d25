import type { Evaluator } from '../review/index.js';
import { elementNamed } from '../review/index.js';
import type { Gain, GainKey } from './gains.js';
import { everyInstance, oneInstance, shareOfOne, type Bound, type Share } from './devices.js';
import type { Firing } from './firings.js';

/** The steps of a design, indexed by what they start from. */
export class Steps {
  readonly from = new Map<GainKey, Firing[]>();
  /** What anybody can do. */
  readonly entries: readonly Firing[];
  /** The steps that lead to something from which a step starts together with something else. */
  readonly helpers: ReadonlySet<Firing>;
  private readonly shares = new Map<string, Share>();

  constructor(
    readonly all: readonly Firing[],
    readonly evaluator: Evaluator,
  ) {
    for (const firing of all) {
      for (const { gain } of firing.from) {
        const key = gain.key;
        const list = this.from.get(key);
        if (list === undefined) this.from.set(key, [firing]);
        else list.push(firing);
      }
    }
    this.entries = all.filter(({ from, stoppedBy }) => from.length === 0 && stoppedBy.length === 0);
    this.helpers = leadingTo(
      all.filter(({ from }) => from.length > 1).flatMap(({ from }) => from.map(({ gain }) => gain.key)),
      all,
    );
  }

  /** The share that one instance of an element stands for. */
  shareOfOne(element: string, bound: Bound): Share {
    const key = `${bound} ${element}`;
    let share = this.shares.get(key);
    if (share === undefined) {
      const found = elementNamed(this.evaluator.facts.architecture, element);
      this.shares.set(key, (share = found === undefined ? 1 : shareOfOne(found, this.evaluator.facts, bound)));
    }
    return share;
  }

  /** What a step gives to somebody with a share of what it starts from. */
  shareAfter({ to, extent }: Firing, share: Share, bound: Bound): Share {
    switch (extent) {
      case 'one':
        return this.shareOfOne(to.element, 'low');
      case 'all':
        return everyInstance;
      case 'some':
        return bound !== 'low' ? everyInstance : Math.min(share, this.shareOfOne(to.element, bound));
      case undefined:
        return Math.min(share, this.shareOfOne(to.element, bound));
    }
  }
}

/** The steps that lead to some things, however many lie between. */
function leadingTo(wanted: readonly GainKey[], all: readonly Firing[]): ReadonlySet<Firing> {
  const giving = new Map<GainKey, Firing[]>();
  for (const firing of wanted.length === 0 ? [] : all) {
    const key = firing.to.key;
    giving.set(key, [...(giving.get(key) ?? []), firing]);
  }
  const found = new Set<Firing>();
  const seen = new Set(wanted);
  // What is added on the way is looked at as well.
  for (const key of seen) {
    for (const firing of giving.get(key) ?? []) {
      found.add(firing);
      for (const { gain } of firing.from) seen.add(gain.key);
    }
  }
  return found;
}

/** Something that an attacker has come to, with the step that gave it and what that started from. */
export interface Reaching {
  readonly gain: Gain;
  readonly share: Share;
  /** Undefined where the attacker stood from the beginning. */
  readonly firing: Firing | undefined;
  readonly from: readonly Reaching[];
}

/** How far something got: each thing in its largest share. */
export type Spread = ReadonlyMap<GainKey, Reaching>;

export interface Start {
  readonly gain: Gain;
  readonly share: Share;
}

/**
 * Everything that follows from a start, each thing in its largest share. Nobody else helps.
 *
 * @param isClosed steps that are taken away
 */
export function spreadFrom(
  starts: readonly Start[],
  steps: Steps,
  bound: Bound,
  isClosed: (firing: Firing) => boolean = () => false,
): Spread {
  const reached = new Map<GainKey, Reaching>();
  const open: GainKey[] = [];
  const put = (one: Reaching): void => {
    const key = one.gain.key;
    const known = reached.get(key);
    if (known !== undefined && known.share <= one.share) return;
    reached.set(key, one);
    open.push(key);
  };
  for (const start of starts) put({ ...start, firing: undefined, from: [] });
  for (let next = 0; next < open.length; next++) {
    for (const firing of steps.from.get(open[next]!) ?? []) {
      if (!worksFor(firing, bound) || isClosed(firing)) continue;
      const from = firing.from.map(({ gain }) => reached.get(gain.key));
      if (!from.every((one) => one !== undefined)) continue;
      const share = shareBefore(firing, from);
      if (share !== undefined) put({ gain: firing.to, share: steps.shareAfter(firing, share, bound), firing, from });
    }
  }
  return reached;
}

/** What somebody comes to who begins with anything that anybody can do. */
export function fromAnywhere(steps: Steps): Spread {
  const starts = steps.entries.map((entry) => ({ gain: entry.to, share: steps.shareAfter(entry, oneInstance, 'high') }));
  return spreadFrom(starts, steps, 'high');
}

/** The steps that somebody can take, wherever they begin. */
export function firingsFromAnywhere(steps: Steps): Firing[] {
  const reached = fromAnywhere(steps);
  return steps.all.filter((firing) => worksFor(firing, 'high') && firing.from.every(({ gain }) => reached.has(gain.key)));
}

function worksFor({ sure, stoppedBy }: Firing, bound: Bound): boolean {
  return bound === 'bare' || (stoppedBy.length === 0 && (sure || bound === 'high'));
}

/** The share of everything that a step starts from; undefined where every instance is needed and one alone is there. */
export function shareBefore(firing: Firing, from: readonly Pick<Reaching, 'share'>[]): Share | undefined {
  if (firing.from.some(({ all }, index) => all && from[index]!.share !== everyInstance)) return undefined;
  return from.length === 0 ? oneInstance : Math.max(...from.map(({ share }) => share));
}

/** The steps that led to something, from the first to the last; each once. */
export function wayTo(reached: Reaching): Firing[] {
  const way = new Set<Firing>();
  const visit = ({ firing, from }: Reaching): void => {
    for (const one of from) visit(one);
    if (firing !== undefined) way.add(firing);
  };
  visit(reached);
  return [...way];
}
