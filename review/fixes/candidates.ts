import { excludedBy, oncePer, providersOf } from '../../language/semantics/index.js';
import type { Element, Mechanism } from '../../language/model/index.js';
import type { ControlGap, Finding } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import { leavesOf } from '../gaps.js';
import { spanCovers } from '../spans.js';
import { nearestFirst, nearnessOf } from './families.js';
import { isFitting, suits } from './fitting.js';
import { isMedium, isPossible, takesThePlaceOf } from './possible.js';
import { countedHops, isLayer, stackOf } from './stacks.js';

/** What is missing; on a flow with the hops that have to be passed, where it is asked across something. */
export type Wanted = Pick<ControlGap, 'element' | 'control'> & Partial<Pick<ControlGap, 'passing'>>;

/** Mechanisms that provide a missing control and may stand on its element, best first. */
export function candidatesFor(gap: Wanted, element: Element, evaluator: Evaluator, findings: readonly Finding[]): readonly Mechanism[] {
  return evaluator.derived(element, `candidates of ${wordsOf(gap)}`, () => rank(gap, element, evaluator, findings, () => true));
}

/** The best of those that a fix may choose: all others are not even ranked for it. */
export function fittingCandidate(gap: Wanted, element: Element, evaluator: Evaluator, findings: readonly Finding[]): Mechanism | undefined {
  const isChoice = (mechanism: Mechanism) => isFitting(mechanism, element, evaluator);
  return evaluator.derived(element, `fitting candidate of ${wordsOf(gap)}`, () => rank(gap, element, evaluator, findings, isChoice)[0]);
}

function wordsOf({ element, control, passing }: Wanted): string {
  return `${element} for ${control}${passing === undefined ? '' : ` past ${passing.join(' ')}`}`;
}

function rank(
  gap: Wanted,
  element: Element,
  evaluator: Evaluator,
  findings: readonly Finding[],
  counts: (mechanism: Mechanism) => boolean,
): Mechanism[] {
  const { grants } = evaluator;
  const wanted = openControls(findings).get(gap.element) ?? [];
  const all = providersOf(gap.control, element.sort, evaluator.facts.catalogue)
    .map((mechanism, order) => ({ mechanism, order }))
    .filter(({ mechanism }) => counts(mechanism) && isCandidate(mechanism, gap, element, evaluator))
    .map(({ mechanism, order }) => {
      const granted = grants.ofMechanism(mechanism.name);
      const closes = [...wanted].filter(
        (control) => granted.get(control) !== undefined && granted.get(control)!.because === undefined,
      ).length;
      return {
        mechanism,
        rank: [
          isFitting(mechanism, element, evaluator) ? 0 : 1,
          suits(evaluator, mechanism.name, element) ? 0 : 1,
          nearestFirst.indexOf(nearnessOf(mechanism, element, evaluator)),
          -kinship(evaluator, mechanism, element),
          isClassOnly(mechanism) ? 1 : 0,
          [...granted.values()].some((grant) => grant.because !== undefined) ? 1 : 0,
          isMediumOfLink(mechanism, element, evaluator) ? 1 : 0,
          -closes,
          // The catalogue lists what it would rather see first.
          order,
        ],
      };
    });
  return all.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ mechanism }) => mechanism);
}

function isCandidate(mechanism: Mechanism, { control, passing = [] }: Wanted, element: Element, evaluator: Evaluator): boolean {
  return (
    providesOn(evaluator, mechanism.name, control, element) &&
    isPossible(mechanism, element, evaluator) &&
    !losesSomething(evaluator, mechanism, element) &&
    !contradicts(evaluator, mechanism, element, passing)
  );
}

/** Whether there is one that a fix may choose, whichever is the best: nothing is ranked for it. */
export function hasFittingCandidate(gap: Wanted, element: Element, evaluator: Evaluator): boolean {
  return providersOf(gap.control, element.sort, evaluator.facts.catalogue).some(
    (mechanism) => isCandidate(mechanism, gap, element, evaluator) && isFitting(mechanism, element, evaluator),
  );
}

/** Whether a mechanism provides a control in full, also on an element, where one is given, on which the control may be limited. */
export function providesOn({ grants }: Evaluator, mechanism: string, control: string, element?: Element): boolean {
  const grant = grants.ofMechanism(mechanism).get(control);
  if (grant === undefined || grant.because !== undefined) return false;
  return element === undefined || [grant.granted, ...grant.ways].some((way) => grants.limitOf(way, element) === undefined);
}

/** Whether a layer would take the place of one that it excludes, and not bring all that this one does. */
function losesSomething({ facts, grants }: Evaluator, mechanism: Mechanism, element: Element): boolean {
  if (!isLayer(mechanism, element)) return false;
  const all = grants.ofMechanism(mechanism.name);
  const isLost = (control: string) => all.get(control) === undefined || all.get(control)!.because !== undefined;
  return stackOf(element).some(
    (name) =>
      excludedBy(mechanism.name, name, facts.catalogue) !== undefined &&
      [...grants.ofMechanism(name)].some(([control, { because }]) => because === undefined && isLost(control)),
  );
}

/** Whether a layer would stand beside one that it excludes: only in a stack that reaches as far does it take the other's place. */
function contradicts({ facts }: Evaluator, mechanism: Mechanism, element: Element, passing: readonly number[]): boolean {
  if (!isLayer(mechanism, element)) return false;
  const excludes = (name: string) => excludedBy(mechanism.name, name, facts.catalogue) !== undefined;
  const [first, ...others] = element.layers.filter(({ stack }) => stack.some(excludes));
  if (first === undefined) return false;
  if (others.length > 0) return true;
  return element.sort === 'flow' && ![...countedHops(element, facts), ...passing].every((hop) => spanCovers(element, first, hop));
}

type Open = ReadonlyMap<string, ReadonlySet<string>>;

/** The controls that are open, by element: a mechanism that closes more of them is the better one. One pass serves all gaps of a review, whatever is tried for them. */
const openControls = oncePer((findings: readonly Finding[]): Open => {
  const table = new Map<string, Set<string>>();
  for (const leaf of findings.flatMap((finding) => leavesOf(finding.gaps))) {
    if (leaf.kind !== 'control' || leaf.unplaced) continue;
    const controls = table.get(leaf.element);
    if (controls === undefined) table.set(leaf.element, new Set([leaf.control]));
    else controls.add(leaf.control);
  }
  return table;
});

/** 2: a more exact form of what already stands there, or a sound one in its place; 1: something of the same family; 0: something else. */
function kinship(evaluator: Evaluator, mechanism: Mechanism, element: Element): number {
  const { facts } = evaluator;
  const stack = stackOf(element);
  const kinds = facts.mechanismKinds(mechanism.name);
  if (stack.some((name) => name !== mechanism.name && (kinds.has(name) || takesThePlaceOf(mechanism.name, name, facts)))) return 2;
  const [family] = familyOf(facts, mechanism.name).slice(-1);
  return !isMediumOfLink(mechanism, element, evaluator) && stack.some((name) => familyOf(facts, name).at(-1) === family) ? 1 : 0;
}

/** A mechanism, what it is first of all, and so on up to the family's root. */
function familyOf(facts: Evaluator['facts'], name: string): string[] {
  const family: string[] = [];
  for (let at: string | undefined = name; at !== undefined && !family.includes(at); at = facts.catalogue.mechanisms.get(at)?.parents[0]) {
    family.push(at);
  }
  return family;
}

/** A mechanism that cites nothing only names a class of others. */
function isClassOnly(mechanism: Mechanism): boolean {
  return mechanism.see.length === 0;
}

function isMediumOfLink(mechanism: Mechanism, element: Element, { facts }: Evaluator): boolean {
  return element.sort === 'link' && isMedium(mechanism, facts);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = a[index]! - b[index]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
