import type { Architecture, Condition, ControlUse, Element, Layer, Mechanism, Need, Requirement } from '../../language/model/index.js';
import { Evaluator } from '../evaluate.js';
import { requirementsOf } from '../profiles.js';
import { elementsFor, elementNamed, isOpen } from '../review.js';
import { isLayer } from './candidates.js';

/** Requirements that the added mechanism makes apply, and that it leaves open: the fix names them. */
export function broughtIntoScope(before: Evaluator, element: Element, mechanism: Mechanism, control: string): string[] {
  const { architecture, date } = before.facts;
  const sensitive = requirementsOf(architecture.design.profiles, architecture.catalogue).filter(looksAtMechanisms);
  if (sensitive.length === 0) return [];
  const changed = withMechanism(architecture, element, mechanism, control);
  const after = new Evaluator(changed, date);
  return sensitive
    .filter((requirement) =>
      elementsFor(requirement, changed).some((one) => {
        if (!isOpen(after.evaluate(requirement, one).state)) return false;
        return before.evaluate(requirement, elementNamed(architecture, one.name)!).state === 'not applicable';
      }),
    )
    .map((requirement) => requirement.name);
}

function withMechanism(architecture: Architecture, element: Element, mechanism: Mechanism, control: string): Architecture {
  if (isLayer(mechanism, element)) {
    const layer: Layer = { stack: [mechanism.name], from: undefined, to: undefined, range: element.head };
    return replaced(architecture, { ...element, layers: [...element.layers, layer] });
  }
  const none = { from: undefined, to: undefined, planned: false, due: undefined, evidence: undefined };
  const use: ControlUse = { ...none, control, mechanisms: [mechanism.name], range: element.head };
  return replaced(architecture, { ...element, controls: [...element.controls, use] });
}

function replaced(architecture: Architecture, element: Element): Architecture {
  const put = <E extends Element>(table: ReadonlyMap<string, E>) => new Map(table).set(element.name, element as E);
  switch (element.place) {
    case 'zone':
      return { ...architecture, zones: put(architecture.zones) };
    case 'component':
      return { ...architecture, components: put(architecture.components) };
    case 'data':
      return { ...architecture, data: put(architecture.data) };
    case 'link':
      return { ...architecture, links: put(architecture.links) };
    case 'flow':
      return { ...architecture, flows: put(architecture.flows) };
    case 'design':
      return { ...architecture, design: element };
  }
}

/** Whether what applies can depend on mechanisms or controls at all. */
const memo = new WeakMap<Requirement, boolean>();

function looksAtMechanisms(requirement: Requirement): boolean {
  let known = memo.get(requirement);
  if (known === undefined) {
    known = requirement.rules.some(
      (rule) => mentions(rule.condition) || rule.needs.some((line) => mentions(line.condition) || needMentions(line.need)),
    );
    memo.set(requirement, known);
  }
  return known;
}

function mentions(condition: Condition | undefined): boolean {
  switch (condition?.kind) {
    case undefined:
      return false;
    case 'and':
    case 'or':
      return condition.operands.some(mentions);
    case 'not':
      return mentions(condition.operand);
    case 'source':
    case 'target':
    case 'design':
      return mentions(condition.condition);
    case 'quantified':
      return condition.relation.name === 'protocol' || mentions(condition.condition);
    case 'over':
    case 'has':
    case 'sees':
      return true;
    default:
      return false;
  }
}

function needMentions(need: Need): boolean {
  switch (need.kind) {
    case 'and':
    case 'or':
      return need.operands.some(needMentions);
    case 'condition':
      return mentions(need.condition);
    case 'control':
      return need.places.some((place) => place.kind === 'related' && mentions(place.that));
  }
}
