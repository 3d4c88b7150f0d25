import type { Decision, Element, Flow, Layer, Phase, Variant } from '../model/architecture.js';
import type { Citation, ControlUse, Definition, MechanismUse, Omission, Rule, Setting } from '../model/catalogue.js';
import type { SourceRange } from './range.js';

/** A part of the model that stands somewhere in a text. */
export type ModelPart =
  | Element
  | Omit<Flow, 'hops'>
  | Layer
  | Decision
  | Definition
  | Rule
  | Citation
  | Omission
  | Setting
  | ControlUse
  | MechanismUse
  | Phase
  | Variant;

/** Where an element stands. */
export interface ElementSource {
  /** Of the name. */
  readonly range: SourceRange;
  /** Of the whole statement. */
  readonly extent: SourceRange;
  /** Of the statement without its body: where a further clause may be added behind. */
  readonly head: SourceRange;
  /** From `{` to `}`; undefined where there is no body yet. */
  readonly body: SourceRange | undefined;
  /** What stands in the body, in the order written; undefined where that is not known. */
  readonly items: readonly SourceRange[] | undefined;
}

/**
 * Where the parts of one state of a workspace stand in their texts. The model itself holds no places, so that a part stays the same
 * object for as long as it says the same, wherever it moves. Parts are told apart by identity: a copy of a part stands nowhere.
 */
export interface SourceMap {
  /** Of the name of an element or a definition; of any other part all of it. Throws for what stands nowhere. */
  rangeOf(part: ModelPart): SourceRange;
  /** Throws for an element that stands nowhere. */
  sourceOf(element: Element): ElementSource;
  /** Of each mechanism of a layer; undefined for a layer that stands nowhere. */
  stackOf(layer: Layer): readonly SourceRange[] | undefined;
}
