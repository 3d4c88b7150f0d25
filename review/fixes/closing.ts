import type { SourceMap } from '../../language/source/index.js';
import { meant } from '../../language/semantics/index.js';
import type { Assessment } from '../assessment.js';
import { evaluatorOf } from '../evaluator-of.js';
import type { Fix, StatedFact } from '../fix.js';
import type { Leaf } from '../gaps.js';
import { elementNamed } from '../review.js';
import { candidatesFor } from './candidates.js';
import { assertions } from './conditions.js';
import { mechanismEdits } from './controls.js';
import { isFitting } from './fitting.js';

/** What closes a leaf: a mechanism by its name, or a fact. */
export type ClosedBy = string | StatedFact;

/** One way to close a leaf, where somebody has decided that it is to be closed. */
export interface Closing extends Pick<Fix, 'edits' | 'adds'> {
  readonly by: ClosedBy;
}

/**
 * Why no fix closes a leaf:
 * - `planned`: the design says that it comes
 * - `people`: only people know whether it is there
 * - `unfit`: no mechanism of the catalogue is made for the place; `possible` might stand there
 * - `fact`: it is a fact that takes more than a value to state
 */
export interface Unclosable {
  readonly reason: 'planned' | 'people' | 'unfit' | 'fact';
  readonly possible: readonly string[];
}

/** The ways to close one leaf, best first: every mechanism that is made for the place, or each form of a fact. */
export function closingsOf(leaf: Leaf, assessment: Assessment, sources: SourceMap): readonly Closing[] | Unclosable {
  const evaluator = evaluatorOf(assessment);
  const { architecture, findings } = assessment;
  const element = elementNamed(architecture, leaf.element);
  if (element === undefined) return { reason: 'fact', possible: [] };
  if (leaf.kind === 'condition') {
    const stated = assertions(meant(leaf.condition), element, evaluator, sources);
    return stated.length === 0 ? { reason: 'fact', possible: [] } : stated.map(({ states, edits }) => ({ by: states, edits }));
  }
  if (leaf.state === 'planned') return { reason: 'planned', possible: [] };
  if (evaluator.facts.catalogue.controls.get(leaf.control)?.asks !== undefined) return { reason: 'people', possible: [] };
  const all = candidatesFor(leaf, element, evaluator, findings);
  const fitting = all.filter((one) => isFitting(one, element, evaluator));
  if (fitting.length === 0) return { reason: 'unfit', possible: all.map(({ name }) => name) };
  // An act is done somewhere on the way; what protects messages has to run where it does not yet.
  const protects = evaluator.facts.catalogue.controls.get(leaf.control)?.protects ?? 'channel';
  const { passing, hops = [] } = leaf;
  const only = protects === 'act' || hops.length === 0 ? undefined : { hops, protects };
  return fitting.map((one) => ({ by: one.name, ...mechanismEdits(one, leaf, element, evaluator, sources, { passing, only }) }));
}
