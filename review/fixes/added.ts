import type { ControlUse, Element, Layer, Mechanism } from '../../language/model/index.js';
import { withImplied } from '../../language/semantics/index.js';
import type { Evaluator } from '../evaluate.js';
import { isLayer } from './stacks.js';

/** The controls of which something else may be true once the mechanism stands there. */
export function grantedBy({ grants, facts }: Evaluator, mechanism: Mechanism, element: Element, control: string): ReadonlySet<string> {
  if (isLayer(mechanism, element)) return new Set(grants.ofMechanism(mechanism.name).keys());
  return new Set(withImplied(control, facts.catalogue));
}

/** Judges the design as if a mechanism stood on an element: as a layer, else behind the control that it is added for. */
export function withMechanism(before: Evaluator, element: Element, mechanism: Mechanism, control: string): Evaluator {
  if (isLayer(mechanism, element)) {
    const layer: Layer = { stack: [mechanism.name], from: undefined, to: undefined };
    return before.with(element, { ...element, layers: [...element.layers, layer] });
  }
  const none = { from: undefined, to: undefined, planned: false, due: undefined, evidence: undefined };
  const use: ControlUse = { ...none, control, mechanisms: [mechanism.name] };
  return before.with(element, { ...element, controls: [...element.controls, use] });
}
