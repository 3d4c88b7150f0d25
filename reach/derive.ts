import type { Yield } from '../language/model/index.js';
import type { Evaluator } from '../review/index.js';
import { isYield, type GainKey } from './gains.js';
import { isMany, oneInstance, type Share } from './devices.js';
import type { Firing } from './firings.js';
import { shareBefore, type Reaching, type Steps } from './spread.js';

/** Something that was come to, with what all of its steps cost together. */
export interface Derived extends Reaching {
  readonly from: readonly Derived[];
  readonly cost: number;
  /** Whether the entry that is asked about is among its steps. */
  readonly used: boolean;
}

export interface Asked {
  readonly hold: Yield;
  /** What has to be the beginning, alone or with other things that anybody can do. */
  readonly entry: Firing;
  readonly costOf: (firing: Firing) => number;
  /** Steps that are taken away. */
  readonly isClosed?: (firing: Firing) => boolean;
  /** What anybody can come to without this entry, with the same costs and steps. */
  readonly helped?: Derivations;
}

/** What was come to, by what it is: each the cheapest of those that have no smaller a share. */
export type Derivations = ReadonlyMap<GainKey, readonly Derived[]>;

/**
 * The acts that an entry leads to, each in its cheapest derivation among those that reach the most devices: Dijkstra's algorithm as Knuth made
 * it general, where a step may start from several things. Acts on the one device at which somebody stands are left out.
 */
export function derive(asked: Asked, steps: Steps): ReadonlyMap<Firing, Derived> {
  const { hold, entry, costOf, isClosed = () => false } = asked;
  const helped = asked.helped ?? helpFor(steps, costOf, isClosed);
  const acts = new Map<Firing, Derived>();
  settle([{ firing: entry, from: [] }], { entry, costOf, isClosed, helped }, steps, (derived) => {
    const { gain, share, firing, cost } = derived;
    if (gain.hold !== hold || !isManyOf(gain.element, share, steps.evaluator)) return;
    const known = acts.get(firing!);
    if (known === undefined || share < known.share || (share === known.share && cost < known.cost)) acts.set(firing!, derived);
  });
  return acts;
}

/** What helps where a step starts from several things: all that leads to one of those, whoever does it. */
export function helpFor(steps: Steps, costOf: Asked['costOf'], isClosed: (firing: Firing) => boolean): Derivations {
  const { helpers } = steps;
  if (helpers.size === 0) return new Map();
  const isIdle = (firing: Firing) => !helpers.has(firing) || isClosed(firing);
  const beginnings = steps.entries.filter((one) => helpers.has(one)).map((firing) => ({ firing, from: [] }));
  return settle(beginnings, { entry: undefined, costOf, isClosed: isIdle, helped: new Map() }, steps);
}

export interface Settling {
  readonly entry: Firing | undefined;
  readonly costOf: Asked['costOf'];
  readonly isClosed: (firing: Firing) => boolean;
  /** Steps that a control stops are taken as well, so that it can be told what stops them. */
  readonly isBare?: boolean;
  readonly helped: Derivations;
}

/** A step with what it starts from. */
export interface Taken {
  readonly firing: Firing;
  readonly from: readonly Derived[];
}

/** What a step that is taken comes to; undefined where it is stopped, or what it starts from does not suffice. */
export function derivedBy({ firing, from }: Taken, { entry, costOf, isClosed, isBare }: Settling, steps: Steps): Derived | undefined {
  if ((firing.stoppedBy.length > 0 && isBare !== true) || isClosed(firing)) return undefined;
  const before = shareBefore(firing, from);
  if (before === undefined) return undefined;
  const share = steps.shareAfter(firing, before, 'high');
  const cost = from.reduce((sum, one) => sum + one.cost, costOf(firing));
  return { gain: firing.to, share, firing, from, cost, used: firing === entry || from.some(({ used }) => used) };
}

/** Everything that follows from some steps that are taken first. */
export function settle(
  beginnings: readonly Taken[],
  settling: Settling,
  steps: Steps,
  yields: (derived: Derived) => void = () => undefined,
): Derivations {
  const { helped } = settling;
  const settled = new Map<GainKey, Derived[]>();
  const queue = new Heap();
  const put = (firing: Firing, from: readonly Derived[]): void => {
    const derived = derivedBy({ firing, from }, settling, steps);
    if (derived === undefined) return;
    if (isYield(firing.to.hold)) yields(derived);
    // What is settled costs no more: it would be dropped when its turn comes.
    else if (!isSettled(firing.to.key, derived.share)) queue.push(derived);
  };
  const isSettled = (key: GainKey, share: Share) => settled.get(key)?.some((one) => one.share <= share) === true;
  for (const { firing, from } of beginnings) put(firing, from);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const key = next.gain.key;
    if (isSettled(key, next.share)) continue;
    const known = settled.get(key);
    if (known === undefined) settled.set(key, [next]);
    else known.push(next);
    for (const firing of steps.from.get(key) ?? []) {
      for (const from of choices(firing, next, settled, helped)) put(firing, from);
    }
  }
  return settled;
}

/** Every way to fill what a step starts from, with what was just settled in one place at least. */
function choices(firing: Firing, next: Derived, settled: Derivations, helped: Derivations): Derived[][] {
  if (firing.from.length === 1) return [[next]];
  return fillings(firing, settled, helped).filter((one) => one.includes(next));
}

/** Every way to fill what a step starts from. */
export function fillings({ from }: Firing, settled: Derivations, helped: Derivations): Derived[][] {
  const lists = from.map(({ gain }) => {
    const key = gain.key;
    return [...(settled.get(key) ?? []), ...(helped.get(key) ?? [])];
  });
  return lists.reduce<Derived[][]>((found, list) => found.flatMap((one) => list.map((other) => [...one, other])), [[]]);
}

export function isManyOf(component: string, share: Share, { facts }: Evaluator): boolean {
  const found = facts.component(component);
  return found !== undefined && share !== oneInstance && isMany(share, found, facts);
}

/** What is cheapest comes first; of what costs the same, what came first. */
class Heap {
  private readonly items: { readonly one: Derived; readonly order: number }[] = [];
  private count = 0;

  push(one: Derived): void {
    const { items } = this;
    let at = items.length;
    items.push({ one, order: this.count++ });
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(at, above)) break;
      this.swap(at, above);
      at = above;
    }
  }

  pop(): Derived | undefined {
    const { items } = this;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined) return undefined;
    if (items.length > 0) {
      items[0] = last;
      this.sink();
    }
    return first.one;
  }

  private sink(): void {
    const { length } = this.items;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= length) return;
      const least = left + 1 < length && this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.isBefore(least, at)) return;
      this.swap(least, at);
      at = least;
    }
  }

  private isBefore(at: number, other: number): boolean {
    const one = this.items[at]!;
    const two = this.items[other]!;
    return one.one.cost < two.one.cost || (one.one.cost === two.one.cost && one.order < two.order);
  }

  private swap(at: number, other: number): void {
    [this.items[at], this.items[other]] = [this.items[other]!, this.items[at]!];
  }
}
