import { allElements, compareSeverities, isAtLeast, isFault, grouped } from '../language/semantics/index.js';
import type { ElementSort, Severity } from '../language/model/index.js';
import { elementNamed, isOpen, type Assessment, type Result, type State } from '../review/index.js';
import { isWorse } from '../summary/worse.js';

/** How one requirement stands on one element. */
export interface DiffSide {
  readonly state: State;
  readonly severity: Severity;
}

/** One requirement on one element that stands otherwise than before. */
export interface StateChange {
  readonly requirement: string;
  /** The requirement's title, else its id. */
  readonly title: string;
  readonly element: string;
  readonly sort: ElementSort;
  /** `decided`: it was open or met, and now somebody accepts or excludes it. */
  readonly direction: 'worse' | 'better' | 'decided';
  /** Undefined where the element, or the question, is only on the other side. */
  readonly before: DiffSide | undefined;
  readonly after: DiffSide | undefined;
}

export interface NamedElement {
  readonly name: string;
  readonly sort: ElementSort;
}

/** What changed in one design, or in one that is only on one side. */
export interface DesignDiff {
  readonly name: string;
  /** The name before, where two single designs of different names are compared. */
  readonly nameBefore: string | undefined;
  readonly on: 'both' | 'old' | 'new';
  readonly added: readonly NamedElement[];
  readonly removed: readonly NamedElement[];
  readonly changes: readonly StateChange[];
}

/** What changed from one set of reviews to another: designs by names and files, elements by their names; nothing that was renamed is guessed. */
export function diffReviews(
  old: readonly Assessment[],
  now: readonly Assessment[],
  /** The paths of a design's file before and now, each seen from its side. */
  files: { readonly old: (one: Assessment) => string; readonly now: (one: Assessment) => string },
): DesignDiff[] {
  return pairsOf(old, now, files).map(([before, after]) => diffDesigns(before, after));
}

type Pair = readonly [before: Assessment | undefined, after: Assessment | undefined];

/**
 * One design against one is compared whatever they are called: somebody named two files. Of several, a design is compared with that of its name in
 * the same file; else with the only one of its name, wherever that stands; else with one of its name whose file holds no design of it any more.
 */
function pairsOf(old: readonly Assessment[], now: readonly Assessment[], files: Parameters<typeof diffReviews>[2]): Pair[] {
  if (old.length === 1 && now.length === 1) return [[old[0], now[0]]];
  const before = grouped(old, (one) => [nameOf(one)]);
  const after = grouped(now, (one) => [nameOf(one)]);
  const taken = new Map<Assessment, Assessment>();
  for (const [name, same] of after) {
    const left = new Set(before.get(name));
    const isSingle = same.length === 1 && left.size === 1;
    const stays = (one: Assessment) => [...left].find((other) => isSingle || files.old(other) === files.now(one));
    const kept = new Set(same.map(files.now));
    const moved = () => [...left].find((other) => !kept.has(files.old(other)));
    for (const find of [stays, moved]) {
      for (const one of same) {
        const other = taken.has(one) ? undefined : find(one);
        if (other === undefined) continue;
        taken.set(one, other);
        left.delete(other);
      }
    }
  }
  const compared = new Set(taken.values());
  return [
    ...now.map((one): Pair => [taken.get(one), one]),
    ...old.filter((one) => !compared.has(one)).map((one): Pair => [one, undefined]),
  ];
}

function nameOf({ architecture }: Assessment): string {
  return architecture.design.name;
}

function diffDesigns(before: Assessment | undefined, after: Assessment | undefined): DesignDiff {
  const name = nameOf((after ?? before)!);
  return {
    name,
    nameBefore: before !== undefined && after !== undefined && nameOf(before) !== name ? nameOf(before) : undefined,
    on: before === undefined ? 'new' : after === undefined ? 'old' : 'both',
    added: before === undefined || after === undefined ? [] : onlyIn(after, before),
    removed: before === undefined || after === undefined ? [] : onlyIn(before, after),
    changes: changesOf(before, after),
  };
}

/** Elements by name and sort; the design itself is not one of its parts. */
function onlyIn({ architecture }: Assessment, other: Assessment): NamedElement[] {
  return allElements(architecture)
    .filter(({ name, sort }) => sort !== 'design' && elementNamed(other.architecture, name)?.sort !== sort)
    .map(({ name, sort }) => ({ name, sort }));
}

/** How requirements stand otherwise in one review of a design than in another, the worst first. */
export function changesOf(before: Assessment | undefined, after: Assessment | undefined): StateChange[] {
  const old = new Map((before?.results ?? []).map((result) => [keyOf(result, before!), result]));
  const now = new Map((after?.results ?? []).map((result) => [keyOf(result, after!), result]));
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const [one, other] = [old.get(key), now.get(key)];
    const direction = directionOf(one, other);
    if (direction === undefined) return [];
    const { requirement, element, sort } = (other ?? one)!;
    const { catalogue } = (after ?? before)!.architecture;
    const title = (catalogue.requirements.get(requirement) ?? before?.architecture.catalogue.requirements.get(requirement))?.title;
    return [{ requirement, title: title ?? requirement, element, sort, direction, before: sideOf(one), after: sideOf(other) }];
  });
  return changes.sort(worstFirst);
}

/** The design's own element is the same one whatever it is called. */
function keyOf({ requirement, element, sort }: Result, { architecture }: Assessment): string {
  return [requirement, sort, sort === 'design' && element === architecture.design.name ? '' : element].join(' ');
}

function sideOf(result: Result | undefined): DiffSide | undefined {
  return result === undefined ? undefined : { state: result.state, severity: result.severity };
}

/** What is not there asks nothing of anybody. */
const nothing: DiffSide = { state: 'not applicable', severity: 'info' };

function directionOf(before: Result | undefined, after: Result | undefined): StateChange['direction'] | undefined {
  const [one, other] = [settled(before), settled(after)];
  // Of a gap that another requirement reports, that one tells.
  if (after !== undefined && isTold(after) && !isOpenBy(before)) return undefined;
  if (before !== undefined && isTold(before) && !isOpenBy(after)) return undefined;
  const isDecided = (side: DiffSide) => side.state === 'accepted' || side.state === 'excluded';
  if (isDecided(other)) return one.state === other.state ? undefined : 'decided';
  if (isWorse(other, one)) return 'worse';
  return isWorse(one, other) ? 'better' : undefined;
}

/** Whether its gaps are all reported by other requirements. */
function isTold({ state, open }: Result): boolean {
  return isOpen(state) && open === undefined;
}

function isOpenBy(result: Result | undefined): boolean {
  return result !== undefined && isOpen(result.state);
}

/** Met and not applicable are the same for whoever has to act; the severity counts only where something is open. */
function settled(result: Result | undefined): DiffSide {
  if (result === undefined || result.state === 'met' || result.state === 'not applicable') return nothing;
  return isOpen(result.state) ? result : { state: result.state, severity: 'info' };
}

const directions: readonly StateChange['direction'][] = ['worse', 'decided', 'better'];

function worstFirst(one: StateChange, other: StateChange): number {
  const severityOf = (change: StateChange) => ((change.direction === 'better' ? change.before : change.after) ?? nothing).severity;
  return directions.indexOf(one.direction) - directions.indexOf(other.direction) || compareSeverities(severityOf(one), severityOf(other));
}

/** Whether something got worse that is missing or weak and at or above a severity. */
export function isWorseFrom(diffs: readonly DesignDiff[], bar: Severity | 'none'): boolean {
  if (bar === 'none') return false;
  return diffs.some(({ changes }) =>
    changes.some(
      ({ direction, after }) => direction === 'worse' && after !== undefined && isFault(after.state) && isAtLeast(after.severity, bar),
    ),
  );
}

/** Whether there is anything to tell of a design. */
export function hasChanged({ on, added, removed, changes, nameBefore }: DesignDiff): boolean {
  return on !== 'both' || added.length + removed.length + changes.length > 0 || nameBefore !== undefined;
}

/** How many requirements stand worse, decided, better than before. */
export function countChanges(diffs: readonly DesignDiff[]): Readonly<Record<StateChange['direction'], number>> {
  const count = (direction: StateChange['direction']) =>
    diffs.flatMap(({ changes }) => changes).filter((one) => one.direction === direction).length;
  return { worse: count('worse'), decided: count('decided'), better: count('better') };
}
