import { grouped, withImplied } from '../language/semantics/index.js';
import { isUnplaced, leavesOf, type ControlGap, type Evaluator, type Gap, type Leaf } from '../review/index.js';
import type { Firing } from './firings.js';

/** Something that can be done against steps: a control on an element, or a condition that is made to hold there. */
export interface Measure {
  readonly key: string;
  readonly element: string;
  /** The control, or the condition in the language's words. */
  readonly what: string;
  /** A gap that it closes. */
  readonly leaf: Leaf;
}

/** Sets of measures, by key, each of which stops a step; none where nothing does. */
export type Stops = readonly (readonly string[])[];

/** All measures that stop some step of a design. What includes several controls of one element is one measure for all of them. */
export class Measures {
  readonly all = new Map<string, Measure>();
  private readonly stops = new Map<Firing, Stops>();
  /** The controls among them, by element. */
  private readonly controlsOn: ReadonlyMap<string, readonly Measure[]>;
  private looked = 0;

  constructor(
    firings: readonly Firing[],
    private readonly evaluator: Evaluator,
    /** Whether a measure may be taken at all. */
    accepts: (measure: Measure) => boolean = () => true,
  ) {
    const open = firings.filter(({ stoppedBy }) => stoppedBy.length === 0);
    for (const { gap } of open) for (const leaf of leavesOf(gap)) if (this.isPossible(leaf)) this.add(leaf);
    for (const leaf of [...this.all.values()]) this.addWider(leaf.leaf);
    for (const [key, measure] of [...this.all]) if (!accepts(measure)) this.all.delete(key);
    const controls = [...this.all.values()].filter(({ leaf }) => leaf.kind === 'control');
    this.controlsOn = grouped(controls, ({ element }) => [element]);
    for (const firing of open) this.stops.set(firing, firing.gap === undefined ? [] : smallest(this.ofGap(firing.gap)));
  }

  /** How often a measure was looked at for what it may close. */
  get work(): number {
    return this.looked;
  }

  /** The smallest sets that stop a step. */
  of(firing: Firing): Stops {
    return this.stops.get(firing) ?? [];
  }

  /** Whether the chosen measures stop a step. */
  isStopped(firing: Firing, chosen: ReadonlySet<string>): boolean {
    return this.of(firing).some((set) => set.every((key) => chosen.has(key)));
  }

  /** A measure as it has to be written where only some steps are to be stopped: it covers what is open for these. */
  against(key: string, firings: readonly Firing[]): Measure {
    const measure = this.all.get(key)!;
    const { leaf } = measure;
    if (leaf.kind !== 'control') return measure;
    const closes = withIncluded(leaf.control, this.evaluator);
    const own = firings
      .flatMap(({ gap }) => leavesOf(gap))
      .filter((one) => one.kind === 'control' && one.element === leaf.element && closes.includes(one.control));
    const [first, ...others] = own;
    if (first?.kind !== 'control') return measure;
    const { hops, passing } = others.reduce<Leaf>(openForBoth, first) as ControlGap;
    return { ...measure, leaf: { ...leaf, hops, passing } };
  }

  private add(leaf: Leaf): void {
    const measure = measureOf(leaf);
    const known = this.all.get(measure.key);
    this.all.set(measure.key, known === undefined ? measure : { ...known, leaf: openForBoth(known.leaf, leaf) });
  }

  /** A control that includes another one closes its gap as well, which matters where it closes a second one. */
  private addWider(leaf: Leaf): void {
    if (leaf.kind !== 'control') return;
    const { controls } = this.evaluator.facts.catalogue;
    for (const { name, sorts } of controls.values()) {
      if (name === leaf.control || !(sorts.length === 0 || sorts.includes(leaf.sort))) continue;
      const covered = withIncluded(name, this.evaluator).filter((one) => this.all.has(measureKey(one, leaf.element)));
      if (covered.length > 1 && covered.includes(leaf.control)) {
        const wider: Leaf = { ...leaf, control: name };
        if (this.isPossible(wider)) this.add(wider);
      }
    }
  }

  /** A control that is weak there, or that no place takes, closes nothing. */
  private isPossible(leaf: Leaf): boolean {
    if (isUnplaced(leaf)) return false;
    if (leaf.kind !== 'control') return true;
    const { facts, grants } = this.evaluator;
    const { zones, components, data, links, flows } = facts.architecture;
    const element = [zones, components, data, links, flows].flatMap((table) => table.get(leaf.element) ?? [])[0];
    return element === undefined || grants.limitOf(leaf.control, element) === undefined;
  }

  private ofGap(gap: Gap): string[][] {
    if (gap.kind === 'control' || gap.kind === 'condition') return this.closing(gap);
    const parts = gap.gaps.map((part) => this.ofGap(part));
    if (gap.kind === 'or') return parts.flat();
    return parts.reduce<string[][]>((found, sets) => found.flatMap((one) => sets.map((set) => [...new Set([...one, ...set])])), [[]]);
  }

  private closing(leaf: Leaf): string[][] {
    if (leaf.kind === 'condition') return this.all.has(measureOf(leaf).key) ? [[measureOf(leaf).key]] : [];
    const on = this.controlsOn.get(leaf.element) ?? [];
    this.looked += on.length;
    return on.filter(({ what }) => withIncluded(what, this.evaluator).includes(leaf.control)).map(({ key }) => [key]);
  }
}

function measureOf(leaf: Leaf): Measure {
  const what = leaf.kind === 'control' ? leaf.control : leaf.words;
  return { key: measureKey(what, leaf.element), element: leaf.element, what, leaf };
}

/** One control on a flow is one measure however many steps it stops: whoever writes it has to cover what is open for each of them. */
function openForBoth(one: Leaf, other: Leaf): Leaf {
  if (one.kind !== 'control' || other.kind !== 'control') return one;
  return { ...one, hops: hopsOfBoth(one.hops, other.hops), passing: hopsOfBoth(one.passing, other.passing) };
}

function hopsOfBoth(one: readonly number[] | undefined, other: readonly number[] | undefined): readonly number[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return [...new Set([...one, ...other])].sort((a, b) => a - b);
}

export function measureKey(what: string, element: string): string {
  return `${what} on ${element}`;
}

function withIncluded(control: string, { facts }: Evaluator): readonly string[] {
  return withImplied(control, facts.catalogue);
}

/** Without sets that hold another one. */
function smallest(sets: readonly (readonly string[])[]): Stops {
  const found: (readonly string[])[] = [];
  for (const set of [...sets].sort((one, other) => one.length - other.length)) {
    if (!found.some((known) => known.every((key) => set.includes(key)))) found.push(set);
  }
  return found;
}
