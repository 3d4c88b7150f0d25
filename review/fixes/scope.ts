import { requirementsOf } from '../../language/model/index.js';
import type { Architecture, Condition, ControlUse, Element, Layer, Mechanism, Need, Requirement } from '../../language/model/index.js';
import { impliedBy } from '../../language/model/kinds.js';
import { withElement } from '../declarations.js';
import { Evaluator } from '../evaluate.js';
import { elementsFor, elementNamed, isOpen } from '../review.js';
import { isLayer } from './stacks.js';

/** Requirements that the added mechanism makes apply, and that it leaves open: the fix names them. */
export function broughtIntoScope(before: Evaluator, element: Element, mechanism: Mechanism, control: string): string[] {
  const { architecture, date } = before.facts;
  const granted = grantedBy(before, mechanism, element, control);
  const sensitive = notAsked(before).filter(({ requirement }) => couldMatter(readsOf(requirement), mechanism, granted, before));
  if (sensitive.length === 0) return [];
  const known = knownScopes(before);
  // What a layer brings along is the same whichever control it is added for.
  const key = `${element.place} ${element.name} ${mechanism.name} ${isLayer(mechanism, element) ? '' : control}`;
  let brought = known.get(key);
  if (brought === undefined) {
    const after = new Evaluator(withMechanism(architecture, element, mechanism, control), date);
    const isBrought = (requirement: Requirement, name: string) => {
      const one = elementNamed(after.facts.architecture, name)!;
      return after.isAsked(requirement, one) && isOpen(after.evaluate(requirement, one).state);
    };
    brought = sensitive
      .filter(({ requirement, elements }) => elements.some((name) => isBrought(requirement, name)))
      .map(({ requirement }) => requirement.name);
    known.set(key, brought);
  }
  return brought;
}

interface NotAsked {
  readonly requirement: Requirement;
  /** Names of the elements that it is not asked of. */
  readonly elements: readonly string[];
}

const notAskedOf = new WeakMap<Evaluator, readonly NotAsked[]>();

/** The requirements that a mechanism or control could make apply, with the elements that they are not asked of so far. */
function notAsked(evaluator: Evaluator): readonly NotAsked[] {
  let known = notAskedOf.get(evaluator);
  if (known === undefined) {
    const { architecture } = evaluator.facts;
    known = requirementsOf(architecture.design.profiles, architecture.catalogue)
      .filter((requirement) => readsOf(requirement).length > 0)
      .map((requirement) => ({
        requirement,
        elements: elementsFor(requirement, architecture)
          .filter((one) => !evaluator.isAsked(requirement, one))
          .map(({ name }) => name),
      }));
    notAskedOf.set(evaluator, known);
  }
  return known;
}

const scopes = new WeakMap<Evaluator, Map<string, string[]>>();

function knownScopes(evaluator: Evaluator): Map<string, string[]> {
  let known = scopes.get(evaluator);
  if (known === undefined) scopes.set(evaluator, (known = new Map()));
  return known;
}

/** The controls of which something else may be true once the mechanism stands there. */
function grantedBy({ grants, facts }: Evaluator, mechanism: Mechanism, element: Element, control: string): ReadonlySet<string> {
  if (isLayer(mechanism, element)) return new Set(grants.ofMechanism(mechanism.name).keys());
  return new Set([control, ...impliedBy(control, facts.catalogue)]);
}

function withMechanism(architecture: Architecture, element: Element, mechanism: Mechanism, control: string): Architecture {
  if (isLayer(mechanism, element)) {
    const layer: Layer = { stack: [mechanism.name], from: undefined, to: undefined, range: element.head };
    return withElement(architecture, { ...element, layers: [...element.layers, layer] });
  }
  const none = { from: undefined, to: undefined, planned: false, due: undefined, evidence: undefined };
  const use: ControlUse = { ...none, control, mechanisms: [mechanism.name], range: element.head };
  return withElement(architecture, { ...element, controls: [...element.controls, use] });
}

/** Something that a condition asks and that an added mechanism can change: a layer, a control, or, without a name, any of them. */
interface Read {
  readonly of: 'layer' | 'control' | 'any';
  readonly name: string;
}

function couldMatter(reads: readonly Read[], { name }: Mechanism, granted: ReadonlySet<string>, { facts }: Evaluator): boolean {
  const kinds = facts.mechanismKinds(name);
  return reads.some((read) => read.of === 'any' || (read.of === 'layer' ? kinds.has(read.name) : granted.has(read.name)));
}

const readsKnown = new WeakMap<Requirement, readonly Read[]>();

/** What of mechanisms and controls decides whether a requirement asks for something. */
function readsOf(requirement: Requirement): readonly Read[] {
  let known = readsKnown.get(requirement);
  if (known === undefined) {
    known = requirement.rules.flatMap((rule) => [
      ...readsIn(rule.condition),
      ...rule.needs.flatMap((line) => [...readsIn(line.condition), ...readsInNeed(line.need)]),
    ]);
    readsKnown.set(requirement, known);
  }
  return known;
}

function readsIn(condition: Condition | undefined): readonly Read[] {
  switch (condition?.kind) {
    case undefined:
      return [];
    case 'and':
    case 'or':
      return condition.operands.flatMap(readsIn);
    case 'not':
      return readsIn(condition.operand);
    case 'source':
    case 'target':
    case 'design':
      return readsIn(condition.condition);
    case 'quantified':
      return condition.relation.name === 'protocol' ? [{ of: 'any', name: '' }] : readsIn(condition.condition);
    case 'over':
      return [
        { of: 'layer', name: condition.mechanism },
        ...(condition.outer === undefined ? [] : [{ of: 'layer' as const, name: condition.outer }]),
      ];
    case 'has':
      return [{ of: 'control', name: condition.control }];
    case 'sees':
      // Only encryption keeps a component on the way from seeing what it passes on.
      return [{ of: 'control', name: 'encryption' }];
    default:
      return [];
  }
}

function readsInNeed(need: Need): readonly Read[] {
  switch (need.kind) {
    case 'and':
    case 'or':
      return need.operands.flatMap(readsInNeed);
    case 'condition':
      return readsIn(need.condition);
    case 'control':
      return need.places.flatMap((place) => (place.kind === 'related' ? readsIn(place.that) : []));
  }
}
