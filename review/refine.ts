import { severities, type Requirement } from '../language/model/index.js';
import type { Evaluation, Gap, State } from './assessment.js';
import { leafKey, leavesOf } from './gaps.js';
import { alwaysNames, implies } from './implication.js';

/** A pair with what was decided about it. */
export type Judged = Evaluation & { readonly decided: 'accepted' | 'excluded' | undefined };

/**
 * For each pair the requirements that report it: those that refine its own and whose finding cannot be closed without closing this one. Such
 * a finding is told as loudly, on the same element or on one that it cannot be closed without. Nothing else hides anything.
 */
export function reporters(requirements: readonly Requirement[], pairs: readonly Judged[]): (readonly string[])[] {
  const open = new Open(requirements, pairs);
  return pairs.map((pair) => open.reporting(pair));
}

/** `bundled`: only over a requirement that stands for others as long as nothing is stated of them. */
interface Refiner {
  readonly name: string;
  readonly bundled: boolean;
}

class Open {
  private readonly refiners: ReadonlyMap<string, readonly Refiner[]>;
  private readonly onElement = new Map<string, Judged>();
  /** Pairs that cannot be closed without their own element, by requirement and leaf: they may report what stands on another element. */
  private readonly elsewhere = new Map<string, Judged[]>();
  private readonly known = new Map<Judged, readonly string[]>();

  constructor(requirements: readonly Requirement[], pairs: readonly Judged[]) {
    this.refiners = refinersOf(requirements);
    const refining = new Set([...this.refiners.values()].flat().map(({ name }) => name));
    for (const pair of pairs) {
      const { requirement, element, gaps } = pair;
      if (gaps === undefined || pair.decided === 'excluded' || !refining.has(requirement)) continue;
      this.onElement.set(`${requirement} ${element}`, pair);
      if (!alwaysNames(gaps, element)) continue;
      for (const key of new Set(leavesOf(gaps).map(leafKey))) {
        const list = this.elsewhere.get(`${requirement} ${key}`) ?? [];
        list.push(pair);
        this.elsewhere.set(`${requirement} ${key}`, list);
      }
    }
  }

  reporting(pair: Judged): readonly string[] {
    const { gaps } = pair;
    const refiners = gaps === undefined ? undefined : this.refiners.get(pair.requirement);
    if (gaps === undefined || refiners === undefined) return [];
    const before = this.known.get(pair);
    if (before !== undefined) return before;
    // While it is being looked for, a pair in a circle of refinements is reported by nobody.
    this.known.set(pair, []);
    const isStated = leavesOf(gaps).some(({ stated }) => stated);
    const found = refiners
      .filter(({ name, bundled }) => !(bundled && isStated) && this.isReportedBy(name, pair, gaps))
      .map(({ name }) => name);
    this.known.set(pair, found);
    return found;
  }

  private isReportedBy(name: string, pair: Judged, gaps: Gap): boolean {
    const here = this.onElement.get(`${name} ${pair.element}`);
    const candidates = new Set(here === undefined ? [] : [here]);
    for (const leaf of leavesOf(gaps)) for (const one of this.elsewhere.get(`${name} ${leafKey(leaf)}`) ?? []) candidates.add(one);
    for (const one of candidates) {
      if (isAsLoud(one, pair) && implies(one.gaps!, gaps) && this.reporting(one).length === 0) return true;
    }
    return false;
  }
}

function isAsLoud(one: Judged, other: Judged): boolean {
  return severities.indexOf(one.severity) <= severities.indexOf(other.severity) && loudness(one.state) >= loudness(other.state);
}

/** What is missing or weak is told at its severity, what is planned as information, what is unknown as a hint. */
function loudness(state: State): number {
  if (state === 'unknown') return 0;
  return state === 'planned' ? 1 : 2;
}

/** Everything that leads to a requirement over `refines` and `bundles`, in the order of the requirements. */
function refinersOf(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Refiner[]> {
  const direct = new Map<string, Refiner[]>();
  for (const { name, refines, bundles } of requirements) {
    for (const [others, bundled] of [
      [refines, false],
      [bundles, true],
    ] as const) {
      for (const other of others) direct.set(other, [...(direct.get(other) ?? []), { name, bundled }]);
    }
  }
  const rank = new Map(requirements.map(({ name }, index) => [name, index]));
  return new Map(
    [...direct.keys()].map((refined) => {
      const found = new Map<string, boolean>();
      const visit = (name: string, bundled: boolean): void => {
        for (const refiner of direct.get(name) ?? []) {
          const through = bundled || refiner.bundled;
          const before = found.get(refiner.name);
          if (before === false || before === through) continue;
          found.set(refiner.name, through);
          visit(refiner.name, through);
        }
      };
      visit(refined, false);
      found.delete(refined);
      const all = [...found].map(([name, bundled]): Refiner => ({ name, bundled }));
      return [refined, all.sort((a, b) => rank.get(a.name)! - rank.get(b.name)!)];
    }),
  );
}
