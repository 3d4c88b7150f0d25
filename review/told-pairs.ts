import type { Decision, Requirement } from '../language/model/index.js';
import { decided, type Judgement } from './evaluated.js';
import type { JudgedPair, OpenPairs } from './pairs.js';
import { Judged, Teller, type Gaping, type Part } from './refine.js';
import { isCircular, refinersOf, type Refiner } from './refiners.js';
import { nothingTold, type ToldGaps } from './told.js';
import { Touched } from './touched.js';

const none: readonly never[] = [];

/**
 * What the pairs of a review with gaps tell of them. After an edit only those are asked again that are otherwise than before, and those that could
 * leave something to a pair that is, or that tells something else; all others tell what they told.
 */
export class ToldPairs {
  private readonly parts = new Map<string, Part>();
  /** What pairs tell otherwise, by requirement; and what is open there otherwise, whoever tells it. */
  private readonly touched = { told: new Map<string, Touched>(), open: new Map<string, Touched>() };
  private readonly refiners: ReadonlyMap<string, readonly Refiner[]>;
  private readonly bundled: ReadonlyMap<string, readonly string[]>;
  private readonly teller: Teller;
  private placed = 0;

  private constructor(requirements: readonly Requirement[]) {
    this.refiners = refinersOf(requirements);
    this.bundled = bundledOf(this.refiners);
    this.teller = new Teller(this.refiners, this.bundled, this.parts);
  }

  /** `open` goes by requirement; an `earlier` one is of the same requirements. */
  static of(
    requirements: readonly Requirement[],
    open: readonly OpenPairs[],
    decisionOn: (pair: JudgedPair) => Decision | undefined,
    earlier?: ToldPairs,
  ): ToldPairs {
    const found = new ToldPairs(requirements);
    // Where requirements refine each other in a circle or a long chain, what one tells depends on which is asked first.
    const before = isCircular(found.refiners) ? undefined : earlier?.parts;
    found.collect(open, decisionOn, before);
    if (before === undefined) for (const { pairs } of found.parts.values()) for (const pair of pairs.values()) found.teller.told(pair);
    else found.askAgain(before);
    return found;
  }

  /** How many pairs were asked, rather than taken over. */
  get work(): number {
    return this.teller.work;
  }

  /** How many pairs were put together anew with others of their requirement, rather than taken over with all of them. */
  get assembled(): number {
    return this.placed;
  }

  /** How often a pair was compared with another that may tell something for it. */
  get comparisons(): number {
    return this.teller.comparisons;
  }

  of({ requirement, judgement }: Pick<JudgedPair, 'requirement' | 'judgement'>): ToldGaps {
    return this.parts.get(requirement.name)?.told.get(judgement) ?? nothingTold;
  }

  /** The same for many pairs of one requirement. */
  ofRequirement({ name }: Requirement): (judgement: Judgement) => ToldGaps {
    const told = this.parts.get(name)?.told;
    return (judgement) => told?.get(judgement) ?? nothingTold;
  }

  private collect(open: readonly OpenPairs[], decisionOn: (pair: JudgedPair) => Decision | undefined, before: Parts | undefined): void {
    // Of most requirements nobody asks whether they tell something for another one.
    const tellers = new Set([...[...this.refiners.values()].flat().map(({ name }) => name), ...[...this.bundled.values()].flat()]);
    for (const { requirement, pairs } of open) {
      if (pairs.length === 0) continue;
      const { name } = requirement;
      const old = before?.get(name);
      const judged = judgedOf(pairs, decisionOn, old);
      if (judged === old?.all) this.parts.set(name, old);
      else {
        this.placed += judged.length;
        this.parts.set(name, partOf(judged, tellers.has(name)));
      }
    }
    if (before === undefined) return;
    for (const name of new Set([...this.bundled.values()].flat())) this.noteOpen(name, before.get(name), this.parts.get(name));
  }

  /** Whoever tells something for others goes before them, so that it is known whether it tells something else. */
  private askAgain(before: Parts): void {
    const others = (name: string): number => this.refiners.get(name)?.length ?? 0;
    const order = [...new Set([...this.parts.keys(), ...before.keys()])].sort((one, other) => others(one) - others(other));
    for (const name of order) {
      const old = before.get(name);
      const part = this.parts.get(name);
      const now = part && this.told(name, part, old);
      if (now !== undefined) this.parts.set(name, now);
      if (now !== old) this.noteTold(name, old, now);
    }
  }

  /** The part with what its pairs tell; the old one where that is the same. */
  private told(name: string, part: Part, old: Part | undefined): Part {
    const concerned = this.concerned(name);
    if (part === old && concerned.length === 0) return part;
    const found: Part = { ...part, told: new Map() };
    this.parts.set(name, found);
    for (const pair of part.pairs.values()) {
      const was = old?.pairs.get(pair.judgement) === pair ? old.told.get(pair.judgement) : undefined;
      const isKept = was !== undefined && (!concerned.some((touched) => touched.concerns(pair)) || this.teller.told(pair).isSame(was));
      if (isKept) found.told.set(pair.judgement, was);
      else this.teller.told(pair);
    }
    return found;
  }

  /** What is otherwise of the requirements that tell something for one. */
  private concerned(name: string): readonly Touched[] {
    const told = (this.refiners.get(name) ?? none).flatMap((one) => this.touched.told.get(one.name) ?? none);
    return [...told, ...(this.bundled.get(name) ?? none).flatMap((one) => this.touched.open.get(one) ?? none)];
  }

  private noteTold(name: string, old: Part | undefined, now: Part | undefined): void {
    for (const [before, after] of bothOf(old, now)) {
      const [was, is] = [before && old!.told.get(before.judgement)!, after && now!.told.get(after.judgement)!];
      if (before === after && was === is) continue;
      const touched = touchedAt(this.touched.told, name);
      if (isAskedAlike(before, after) && was!.alwaysNames(before!.element) === is!.alwaysNames(after!.element)) {
        touched.addDifference(before!.element, was!.open, is!.open);
      } else for (const one of [before, after]) if (one !== undefined) touched.addAll(one);
    }
  }

  private noteOpen(name: string, old: Part | undefined, now: Part | undefined): void {
    if (old === now) return;
    for (const [before, after] of bothOf(old, now)) {
      if (before !== after)
        touchedAt(this.touched.open, name).addDifference((before ?? after)!.element, before?.judgement.gaps, after?.judgement.gaps);
    }
  }
}

type Parts = ReadonlyMap<string, Part>;

/** What stood on each element and what stands there, of pairs that may tell something for others. */
function bothOf(old: Part | undefined, now: Part | undefined): (readonly [Judged | undefined, Judged | undefined])[] {
  const gone = [...(old?.onElement ?? none)].filter(([element]) => now?.onElement.has(element) !== true);
  return [
    ...gone.map(([, one]) => [one, undefined] as const),
    ...[...(now?.onElement ?? none)].map(([element, one]) => [old?.onElement.get(element), one] as const),
  ];
}

/** Whether others find two states of one pair in the same places, and it is told as loudly. */
function isAskedAlike(one: Judged | undefined, other: Judged | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [before, now] = [one.judgement, other.judgement];
  return before.state === now.state && before.severity === now.severity && one.namesItself === other.namesItself;
}

function touchedAt(all: Map<string, Touched>, name: string): Touched {
  let touched = all.get(name);
  if (touched === undefined) all.set(name, (touched = new Touched()));
  return touched;
}

/** The requirements that each bundle stands for. */
function bundledOf(refiners: ReadonlyMap<string, readonly Refiner[]>): ReadonlyMap<string, readonly string[]> {
  const bundled = new Map<string, string[]>();
  for (const [name, own] of refiners) {
    for (const refiner of own) if (refiner.bundled) bundled.set(refiner.name, [...(bundled.get(refiner.name) ?? none), name]);
  }
  return bundled;
}

/** The same list where no pair is otherwise than it was; one that is what it was is the same object. */
function judgedOf(
  pairs: readonly JudgedPair[],
  decisionOn: (pair: JudgedPair) => Decision | undefined,
  old: Part | undefined,
): readonly Judged[] {
  let isSame = old?.all.length === pairs.length;
  const judged = pairs.map((pair, index) => {
    const { requirement, element, judgement } = pair;
    const decision = decisionOn(pair);
    const standing = decision && decided(decision);
    // Most stand where they stood.
    const there = old?.all[index];
    const was = there?.judgement === judgement ? there : old?.pairs.get(judgement);
    if (was !== undefined && was.decided === standing) {
      isSame &&= was === there;
      return was;
    }
    isSame = false;
    return new Judged(requirement.name, element.name, judgement as Gaping, standing);
  });
  return isSame ? old!.all : judged;
}

function partOf(all: readonly Judged[], isTeller: boolean): Part {
  const onElement = new Map<string, Judged>();
  const elsewhere = new Map<string, Judged[]>();
  for (const pair of isTeller ? all : none) {
    if (pair.decided === 'excluded') continue;
    onElement.set(pair.element, pair);
    if (!pair.namesItself) continue;
    for (const key of pair.decisive) {
      const list = elsewhere.get(key);
      if (list === undefined) elsewhere.set(key, [pair]);
      else list.push(pair);
    }
  }
  return { all, pairs: new Map(all.map((pair) => [pair.judgement, pair])), onElement, elsewhere, told: new Map() };
}
