import { longestChain } from '../language/semantics/index.js';
import type { Gap } from './assessment.js';
import type { Judgement } from './evaluated.js';
import { join, leafKey, leavesOf } from './gaps.js';
import { alwaysNames, decisiveKeys, gapImplies } from './implication.js';
import { isAsLoud } from './loudness.js';
import type { Refiner } from './refiners.js';
import { gapParts, ToldGaps } from './told.js';

const none: readonly never[] = [];

/** A judgement of which something is open. */
export type Gaping = Judgement & { readonly gaps: Gap };

/** A pair with gaps, and what was decided about it. */
export class Judged {
  private ownKeys: readonly string[] | undefined;
  private ownDecisive: readonly string[] | undefined;
  private isNamed: boolean | undefined;

  constructor(
    readonly requirement: string,
    readonly element: string,
    readonly judgement: Gaping,
    readonly decided: 'accepted' | 'excluded' | undefined,
  ) {}

  /** The keys of its leaves, each once: what it asks others for. */
  get keys(): readonly string[] {
    return (this.ownKeys ??= [...new Set(leavesOf(this.judgement.gaps).map(leafKey))]);
  }

  /** Keys of which another must ask for one, or this tells nothing for it. */
  get decisive(): readonly string[] {
    return (this.ownDecisive ??= decisiveKeys(this.judgement.gaps, this.element));
  }

  /** Whether it cannot be closed without closing something on its element. */
  get namesItself(): boolean {
    return (this.isNamed ??= alwaysNames(this.judgement.gaps, this.element));
  }
}

/** The pairs with gaps of one requirement. */
export interface Part {
  readonly all: readonly Judged[];
  readonly pairs: ReadonlyMap<Judgement, Judged>;
  /** Those that may tell something for another requirement: by their element, and by what another must ask for where they may do so for other elements. */
  readonly onElement: ReadonlyMap<string, Judged>;
  readonly elsewhere: ReadonlyMap<string, readonly Judged[]>;
  /** What each tells, once it was asked. */
  readonly told: Map<Judgement, ToldGaps>;
}

/**
 * Finds out what a pair with gaps tells. A part of its gaps is left to another result only where that cannot be closed without closing the part, is
 * told as loudly, and on the same element or on one that it cannot be closed without. Nothing else hides anything.
 */
export class Teller {
  /** How many pairs were asked. */
  work = 0;
  /** How often one was compared with another that may tell something for it. */
  comparisons = 0;
  private depth = 0;

  constructor(
    private readonly refiners: ReadonlyMap<string, readonly Refiner[]>,
    private readonly bundled: ReadonlyMap<string, readonly string[]>,
    private readonly parts: ReadonlyMap<string, Part>,
  ) {}

  told(pair: Judged): ToldGaps {
    const { told: known } = this.parts.get(pair.requirement)!;
    const before = known.get(pair.judgement);
    if (before !== undefined) return before;
    const all = new ToldGaps(pair.judgement.gaps, none);
    // What stands behind a longer chain than is followed hides nothing.
    if (this.depth > longestChain) return all;
    // While it is being looked for, a result in a circle of refinements tells all of it.
    known.set(pair.judgement, all);
    this.depth++;
    const told = this.find(pair, all);
    this.depth--;
    known.set(pair.judgement, told);
    return told;
  }

  private find(pair: Judged, all: ToldGaps): ToldGaps {
    const { gaps } = pair.judgement;
    const refiners = this.refiners.get(pair.requirement) ?? none;
    const bundled = this.bundled.get(pair.requirement) ?? none;
    this.work++;
    if (refiners.length + bundled.length === 0) return all;
    const by = new Set<string>();
    const left = gapParts(gaps).filter((part) => {
      const tellers = [
        ...this.leftTo(bundled, pair, part),
        ...refiners.filter((one) => this.isToldBy(one, pair, part)).map(({ name }) => name),
      ];
      tellers.forEach((name) => by.add(name));
      return tellers.length === 0;
    });
    return left.length > 0 ? new ToldGaps(join('and', left), none) : new ToldGaps(undefined, [...by]);
  }

  /** Of a bundle, what is stated and wrong is left to the requirements that it stands for. */
  private leftTo(bundled: readonly string[], { element }: Judged, part: Gap): string[] {
    if (!isStated(part)) return [];
    return bundled.filter((name) => {
      const gaps = this.parts.get(name)?.onElement.get(element)?.judgement.gaps;
      return gaps !== undefined && gapParts(gaps).some((one) => isStated(one) && gapImplies(one, part));
    });
  }

  private isToldBy({ name, bundled }: Refiner, pair: Judged, part: Gap): boolean {
    const refining = this.parts.get(name);
    if (refining === undefined || (bundled && isStated(part))) return false;
    const here = refining.onElement.get(pair.element);
    const candidates = new Set(here === undefined ? [] : [here]);
    const keys = leavesOf(part).map(leafKey);
    for (const key of keys) for (const one of refining.elsewhere.get(key) ?? none) candidates.add(one);
    for (const one of candidates) {
      if (!isAsLoud(one.judgement, pair.judgement)) continue;
      const told = this.told(one);
      this.comparisons++;
      const about = told.about(keys, one.element);
      if (about.length === 0 || !(one.element === pair.element || told.alwaysNames(one.element))) continue;
      if (gapImplies(about.length === 1 ? about[0]! : { kind: 'and', gaps: about }, part)) return true;
    }
    return false;
  }
}

function isStated(gap: Gap): boolean {
  return gap.kind === 'control' || gap.kind === 'condition' ? gap.stated : gap.gaps.some(isStated);
}
