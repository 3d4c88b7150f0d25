import type { Requirement } from '../language/model/index.js';
import type { Evaluation, Gap } from './assessment.js';
import { join, leafKey, leavesOf } from './gaps.js';
import { alwaysNames, gapImplies } from './implication.js';
import { isAsLoud } from './loudness.js';
import { refinersOf, type Refiner } from './refiners.js';

/** A pair with what was decided about it. */
export interface Judged extends Pick<Evaluation, 'requirement' | 'element' | 'state' | 'severity'> {
  readonly gaps: Gap;
  readonly decided: 'accepted' | 'excluded' | undefined;
}

/** What a result tells of its gaps. */
export interface ToldGaps {
  /** Undefined where nothing is open, or others tell all of it. */
  readonly open: Gap | undefined;
  /** The requirements that tell all of it, where they do. */
  readonly reportedBy: readonly string[];
}

/** Of a pair of which nothing is open. */
export const nothingTold: ToldGaps = { open: undefined, reportedBy: [] };

/**
 * What each pair with gaps tells. A part of its gaps is left to another result only where that cannot be closed without closing the part, is told as
 * loudly, and on the same element or on one that it cannot be closed without. Nothing else hides anything.
 */
export function tell(requirements: readonly Requirement[], pairs: readonly Judged[]): ToldGaps[] {
  const teller = new Teller(requirements, pairs);
  return pairs.map((pair) => teller.told(pair));
}

/** The parts that all have to be closed. */
function partsOf(gap: Gap): readonly Gap[] {
  return gap.kind === 'and' ? gap.gaps : [gap];
}

function isStated(gap: Gap): boolean {
  return leavesOf(gap).some(({ stated }) => stated);
}

class Teller {
  private readonly refiners: ReadonlyMap<string, readonly Refiner[]>;
  private readonly bundled: ReadonlyMap<string, readonly string[]>;
  private readonly onElement = new Map<string, Judged>();
  /** Pairs that may stand for what is told of other elements, by requirement and leaf. */
  private readonly elsewhere = new Map<string, Judged[]>();
  private readonly known = new Map<Judged, ToldGaps>();

  constructor(requirements: readonly Requirement[], pairs: readonly Judged[]) {
    this.refiners = refinersOf(requirements);
    const bundled = new Map<string, string[]>();
    for (const [name, refiners] of this.refiners) {
      for (const refiner of refiners) if (refiner.bundled) bundled.set(refiner.name, [...(bundled.get(refiner.name) ?? []), name]);
    }
    this.bundled = bundled;
    for (const pair of pairs) {
      const { requirement, element, gaps } = pair;
      if (pair.decided === 'excluded') continue;
      this.onElement.set(`${requirement} ${element}`, pair);
      if (!alwaysNames(gaps, element)) continue;
      for (const key of new Set(leavesOf(gaps).map(leafKey))) {
        const list = this.elsewhere.get(`${requirement} ${key}`);
        if (list === undefined) this.elsewhere.set(`${requirement} ${key}`, [pair]);
        else list.push(pair);
      }
    }
  }

  told(pair: Judged): ToldGaps {
    const { gaps } = pair;
    const refiners = this.refiners.get(pair.requirement) ?? [];
    const bundled = this.bundled.get(pair.requirement) ?? [];
    if (refiners.length + bundled.length === 0) return { open: gaps, reportedBy: [] };
    const before = this.known.get(pair);
    if (before !== undefined) return before;
    // While it is being looked for, a result in a circle of refinements tells all of it.
    this.known.set(pair, { open: gaps, reportedBy: [] });
    const by = new Set<string>();
    const left = partsOf(gaps).filter((part) => {
      const tellers = [
        ...this.leftTo(bundled, pair, part),
        ...refiners.filter((one) => this.isToldBy(one, pair, part)).map(({ name }) => name),
      ];
      tellers.forEach((name) => by.add(name));
      return tellers.length === 0;
    });
    const told = left.length > 0 ? { open: join('and', left), reportedBy: [] } : { open: undefined, reportedBy: [...by] };
    this.known.set(pair, told);
    return told;
  }

  /** Of a bundle, what is stated and wrong is left to the requirements that it stands for. */
  private leftTo(bundled: readonly string[], { element }: Judged, part: Gap): string[] {
    if (!isStated(part)) return [];
    return bundled.filter((name) => {
      const gaps = this.onElement.get(`${name} ${element}`)?.gaps;
      return gaps !== undefined && partsOf(gaps).some((one) => isStated(one) && gapImplies(one, part));
    });
  }

  private isToldBy({ name, bundled }: Refiner, pair: Judged, part: Gap): boolean {
    if (bundled && isStated(part)) return false;
    const here = this.onElement.get(`${name} ${pair.element}`);
    const candidates = new Set(here === undefined ? [] : [here]);
    for (const leaf of leavesOf(part)) for (const one of this.elsewhere.get(`${name} ${leafKey(leaf)}`) ?? []) candidates.add(one);
    for (const one of candidates) {
      if (!isAsLoud(one, pair)) continue;
      const { open } = this.told(one);
      if (open !== undefined && gapImplies(open, part) && (one.element === pair.element || alwaysNames(open, one.element))) return true;
    }
    return false;
  }
}
