import { elementsOfSort, endsOfLink, isOpen } from '../../language/semantics/index.js';
import type { Element, Mechanism, Requirement } from '../../language/model/index.js';
import type { Gap } from '../assessment.js';
import type { Evaluator } from '../evaluate.js';
import { elementNamed } from '../review.js';
import { grantedBy, withMechanism } from './added.js';
import { requirementsReading, type Changed } from './reads.js';
import { isLayer, stackOf } from './stacks.js';

/** What a fix would open: a requirement that is met or not asked today and would be open with the mechanism. */
export interface OpenedRequirement {
  readonly gaps: Gap;
  /** Judges the design with the mechanism in it. */
  readonly evaluator: Evaluator;
}

/** What a mechanism opens on its element and on what that touches. */
export function requirementsOpenedBy(
  before: Evaluator,
  element: Element,
  mechanism: Mechanism,
  control: string,
): readonly OpenedRequirement[] {
  // A layer is the same whichever control it is added for.
  const key = `${mechanism.name} ${isLayer(mechanism, element) ? '' : control}`;
  return before.derived(element, `opened by ${key}`, () => find(before, element, mechanism, control));
}

function find(before: Evaluator, element: Element, mechanism: Mechanism, control: string): readonly OpenedRequirement[] {
  const sensitive = requirementsReading(novelties(before, element, mechanism, control), before);
  const pairs = sensitive.flatMap((requirement) => {
    const sorts = new Set(requirement.rules.map(({ sort }) => sort));
    const near = nearTo(element, before).filter((one) => sorts.has(one.sort));
    return near.filter((one) => !isOpen(before.evaluate(requirement, one).state)).map((one) => ({ requirement, name: one.name }));
  });
  if (pairs.length === 0) return [];
  const after = withMechanism(before, element, mechanism, control);
  return pairs.flatMap(({ requirement, name }) => openIn(after, requirement, name));
}

function openIn(after: Evaluator, requirement: Requirement, name: string): OpenedRequirement[] {
  const { state, gaps } = after.evaluate(requirement, elementNamed(after.facts.architecture, name)!);
  return isOpen(state) && gaps !== undefined ? [{ gaps, evaluator: after }] : [];
}

/** What the mechanism changes of its element. */
function novelties(before: Evaluator, element: Element, mechanism: Mechanism, control: string): Changed {
  const { facts, conditions } = before;
  const has = (one: string) => conditions.of({ kind: 'has', control: one }, element) === 2;
  const controls = [...grantedBy(before, mechanism, element, control)].filter((one) => !has(one));
  if (!isLayer(mechanism, element)) return { any: false, layers: [], controls };
  const stack = stackOf(element);
  const there = new Set(stack.flatMap((name) => [...facts.mechanismKinds(name).keys()]));
  const layers = [...facts.mechanismKinds(mechanism.name).keys()].filter((kind) => !there.has(kind));
  return { any: stack.length === 0, layers, controls };
}

/** The element, what it touches, and the design. */
function nearTo(element: Element, { facts }: Evaluator): readonly Element[] {
  const design = elementsOfSort(facts.architecture, 'design');
  switch (element.sort) {
    case 'component':
      return [element, ...facts.linksAt(element.name), ...facts.flowsAt(element.name), ...design];
    case 'link':
      return [element, ...facts.components(endsOfLink(element)), ...facts.flowsOn(element.name), ...design];
    case 'flow':
      return [element, ...facts.components(element.stops.flat()), ...element.hops.flatMap(({ link }) => facts.link(link) ?? []), ...design];
    default:
      return element.sort === 'design' ? design : [element, ...design];
  }
}
