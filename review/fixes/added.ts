import type { Architecture, ControlUse, Element, Layer, Mechanism } from '../../language/model/index.js';
import { withImplied } from '../../language/semantics/index.js';
import { withElement } from '../declarations.js';
import type { Evaluator } from '../evaluate.js';
import { isLayer } from './stacks.js';

/** The controls of which something else may be true once the mechanism stands there. */
export function grantedBy({ grants, facts }: Evaluator, mechanism: Mechanism, element: Element, control: string): ReadonlySet<string> {
  if (isLayer(mechanism, element)) return new Set(grants.ofMechanism(mechanism.name).keys());
  return new Set(withImplied(control, facts.catalogue));
}

/** The design as if a mechanism stood on an element: as a layer, else behind the control that it is added for. */
export function withMechanism(architecture: Architecture, element: Element, mechanism: Mechanism, control: string): Architecture {
  if (isLayer(mechanism, element)) {
    const layer: Layer = { stack: [mechanism.name], from: undefined, to: undefined };
    return withElement(architecture, { ...element, layers: [...element.layers, layer] });
  }
  const none = { from: undefined, to: undefined, planned: false, due: undefined, evidence: undefined };
  const use: ControlUse = { ...none, control, mechanisms: [mechanism.name] };
  return withElement(architecture, { ...element, controls: [...element.controls, use] });
}
