// The room `test/review/reference/`: a second, slow implementation of `docs/semantics.md`, to compare the engine with. What shared its
// code would share its mistakes.
// May import `language/model`, `language/semantics/named`, `language/semantics/words`.

import {
  severities,
  type Architecture,
  type Condition,
  type Decision,
  type Element,
  type ElementSort,
  type Requirement,
  type Rule,
  type Severity,
} from '../../../language/model/index.js';
import { holds } from './conditions.js';
import { decisionFor } from './decisions.js';
import { allElements, False, True, type Scene, type Subject } from './elements.js';
import { group, isClosedBy, keyOf, leavesIn, waysToClose, type Gap } from './gaps.js';
import { Met, Missing, Planned, Weak } from './grants.js';
import { sceneOf } from './scene.js';
import { combine, needed, type Outcome } from './needs.js';

export type OpenState = 'missing' | 'weak' | 'planned' | 'unknown';

export interface Pair {
  readonly requirement: string;
  readonly element: string;
  readonly sort: ElementSort;
  readonly computed: OpenState | 'met' | 'not applicable';
  readonly state: Pair['computed'] | 'accepted' | 'excluded';
  readonly severity: Severity;
  readonly decision: Decision | undefined;
  readonly gap: Gap | undefined;
  /** Rule 42: what it tells of its gap, and the requirements that tell the rest where it tells nothing. */
  readonly left: Gap | undefined;
  readonly reporters: readonly string[];
  /** The first false part, where it is not applicable. */
  readonly because: Condition | undefined;
}

type Judged = Omit<Pair, 'left' | 'reporters'>;
type Computed = Pick<Pair, 'requirement' | 'element' | 'sort' | 'computed' | 'severity' | 'gap' | 'because'>;

export function referenceReview(architecture: Architecture, date: string): Pair[] {
  const scene = sceneOf(architecture, date);
  const pairs = requirementsIn(architecture).flatMap((requirement) =>
    [...new Set(requirement.rules.map((rule) => rule.sort))].flatMap((sort) =>
      allElements(scene, sort).map((element) => compute(scene, requirement, element as Element)),
    ),
  );
  const judged = pairs.map((pair) => ({ ...pair, ...decided(scene, pair) }));
  return judged.map((pair) => ({ ...pair, ...told(architecture, judged, pair) }));
}

/** Rule 45. */
function requirementsIn(architecture: Architecture): Requirement[] {
  const { profiles, requirements } = architecture.catalogue;
  const included = (name: string, seen: readonly string[]): string[] => {
    const profile = profiles.get(name);
    if (profile === undefined || seen.includes(name)) return [];
    const dropped = profile.omissions.filter(({ because }) => because?.trim()).flatMap((omission) => omission.requirements);
    const extended = profile.extends.flatMap((base) => included(base, [...seen, name]));
    return [...extended.filter((requirement) => !dropped.includes(requirement)), ...profile.includes];
  };
  const names = new Set(architecture.design.profiles.flatMap((profile) => included(profile, [])));
  return [...names].map((name) => requirements.get(name)).filter((one) => one !== undefined);
}

function compute(scene: Scene, requirement: Requirement, element: Element): Computed {
  const rules = requirement.rules.filter((rule) => rule.sort === element.sort);
  const outcomes = rules.map((rule) => ofRule(scene, element, rule)).filter((outcome) => outcome !== undefined);
  const shared = {
    requirement: requirement.name,
    element: element.name,
    sort: element.sort,
    severity: severityOf(scene, requirement, element),
  };
  if (outcomes.length === 0) return { ...shared, computed: 'not applicable', gap: undefined, because: reasonOf(scene, element, rules) };
  const outcome = combine('and', outcomes);
  return { ...shared, computed: stateOf(outcome), gap: outcome.gap, because: undefined };
}

/** Rule 36; undefined where the rule does not apply or every line is dropped. */
function ofRule(scene: Scene, element: Element, rule: Rule): Outcome | undefined {
  const applies = truthOf(scene, element, rule.condition);
  if (applies === False) return undefined;
  const lines = rule.needs
    .map((line) => ({ line, counts: truthOf(scene, element, line.condition) }))
    .filter(({ counts }) => counts !== False)
    .map(({ line, counts }) => {
      const outcome = needed(scene, element, line.need);
      return counts === True ? outcome : { ...outcome, high: Met };
    });
  if (lines.length === 0) return undefined;
  const together = combine('and', lines);
  return applies === True || together.low === Met ? together : { low: Missing, high: Met, gap: together.gap };
}

function truthOf(scene: Scene, subject: Subject, condition: Condition | undefined): number {
  return condition === undefined ? True : holds(scene, subject, condition);
}

function stateOf({ low, high }: Outcome): Pair['computed'] {
  const names = ['missing', 'weak', 'planned', 'met'] as const;
  if (low === high) return names[low]!;
  if (high <= Weak) return 'weak';
  return low >= Planned ? 'planned' : 'unknown';
}

/** Rule 37. */
function reasonOf(scene: Scene, element: Element, rules: readonly Rule[]): Condition | undefined {
  const refused = rules.find((rule) => truthOf(scene, element, rule.condition) === False)?.condition;
  const deciding = refused ?? rules[0]?.needs[0]?.condition;
  return deciding && firstFalse(scene, element, deciding);
}

function firstFalse(scene: Scene, element: Element, condition: Condition): Condition {
  if (condition.kind !== 'and') return condition;
  return firstFalse(
    scene,
    element,
    condition.operands.find((operand) => holds(scene, element, operand) === False)!,
  );
}

/** Rule 38. */
function severityOf(scene: Scene, { severity }: Requirement, element: Element): Severity {
  let worst = severities.length - 1;
  for (const branch of severity.branches) {
    const holding = holds(scene, element, branch.condition);
    if (holding === False) continue;
    worst = Math.min(worst, severities.indexOf(branch.severity));
    if (holding === True) return severities[worst]!;
  }
  return severities[Math.min(worst, severities.indexOf(severity.otherwise))]!;
}

/** Rules 43 and 44. */
function decided(scene: Scene, pair: Computed): Pick<Pair, 'state' | 'decision'> {
  if (pair.computed === 'met' || pair.computed === 'not applicable') return { state: pair.computed, decision: undefined };
  const decision = decisionFor(scene, pair.requirement, pair.element);
  if (decision === undefined) return { state: pair.computed, decision };
  return { state: decision.verb === 'accept' ? 'accepted' : 'excluded', decision };
}

/** Rule 42. */
function told(architecture: Architecture, pairs: readonly Judged[], pair: Judged): Pick<Pair, 'left' | 'reporters'> {
  const { gap } = pair;
  if (gap === undefined) return { left: undefined, reporters: [] };
  const tellers = partsOf(gap).map((part) => ({
    part,
    by: [...leftToBundled(architecture, pairs, pair, part), ...tellersOf(architecture, pairs, pair, part)],
  }));
  const left = tellers.filter(({ by }) => by.length === 0).map(({ part }) => part);
  const reporters = left.length > 0 ? [] : [...new Set(tellers.flatMap(({ by }) => by))];
  return { left: group('and', left), reporters };
}

function partsOf(gap: Gap): readonly Gap[] {
  return gap.kind === 'and' ? gap.gaps : [gap];
}

function isStated(gap: Gap): boolean {
  return leavesIn(gap).some(({ stated }) => stated);
}

function impliesGap(one: Gap, other: Gap): boolean {
  return waysToClose(one).every((way) => isClosedBy(other, way));
}

/** What is stated and wrong, a bundle leaves to what it bundles. */
function leftToBundled(architecture: Architecture, pairs: readonly Judged[], pair: Judged, part: Gap): string[] {
  if (!isStated(part)) return [];
  return pairs
    .filter(({ requirement, element, gap, state }) => {
      if (element !== pair.element || gap === undefined || state === 'excluded') return false;
      const isBundled = refinersOf(architecture, requirement, true).includes(pair.requirement);
      if (!isBundled || refinersOf(architecture, requirement, false).includes(pair.requirement)) return false;
      return partsOf(gap).some((one) => isStated(one) && impliesGap(one, part));
    })
    .map(({ requirement }) => requirement);
}

function tellersOf(architecture: Architecture, pairs: readonly Judged[], pair: Judged, part: Gap): string[] {
  const plain = refinersOf(architecture, pair.requirement, false);
  const others = isStated(part) ? plain : refinersOf(architecture, pair.requirement, true);
  return pairs
    .filter((other) => {
      if (!others.includes(other.requirement) || other.state === 'excluded' || !isAsLoud(other, pair)) return false;
      const { left } = told(architecture, pairs, other);
      return left !== undefined && impliesGap(left, part) && (other.element === pair.element || alwaysNames(left, other.element));
    })
    .map(({ requirement }) => requirement);
}

function alwaysNames(gap: Gap, element: string): boolean {
  const own = leavesIn(gap)
    .filter((leaf) => leaf.element === element)
    .map(keyOf);
  return waysToClose(gap).every((way) => own.some((key) => way.has(key)));
}

/** The requirements that lead to one over `refines`, and over `bundles` as well where that is asked. */
function refinersOf(architecture: Architecture, requirement: string, bundled: boolean): string[] {
  const { requirements } = architecture.catalogue;
  const inProfile = new Set(requirementsIn(architecture).map(({ name }) => name));
  const leads = (name: string, seen: readonly string[]): string[] =>
    [...requirements.values()]
      .filter((one) => inProfile.has(one.name) && !seen.includes(one.name))
      .filter((one) => one.refines.includes(name) || (bundled && one.bundles.includes(name)))
      .flatMap((one) => [one.name, ...leads(one.name, [...seen, one.name])]);
  return leads(requirement, [requirement]);
}

function isAsLoud(one: Judged, other: Judged): boolean {
  const loudness = (computed: Pair['computed']) => ['unknown', 'planned'].indexOf(computed);
  const rank = (pair: Judged) => (loudness(pair.computed) < 0 ? 2 : loudness(pair.computed));
  return severities.indexOf(one.severity) <= severities.indexOf(other.severity) && rank(one) >= rank(other);
}
