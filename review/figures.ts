import type { Yield } from '../language/model/index.js';
import type { Figure } from '../language/semantics/index.js';
import type { Evaluator } from './evaluate.js';

/** What is computed of the elements of a design, and nobody states. Where nobody hands it in, it is not known. */
export interface Figures {
  /** How many devices something is done to from one instance of an element; undefined where that is not known. */
  of(element: string, hold: Yield): Figure | undefined;
}

/**
 * Computes them, of designs and not of each thing that is tried on one: what a control adds never raises a figure. It may ask what is granted and what holds, and never what a requirement comes to.
 */
export type Computes = (evaluator: Evaluator) => Figures;

/** While they are computed, none is known: what they are computed from reads none of them. */
export function onDemand(compute: () => Figures): () => Figures {
  let known: Figures | undefined;
  let isComputing = false;
  return () => {
    if (known !== undefined) return known;
    if (isComputing) return unknown;
    isComputing = true;
    try {
      return (known = compute());
    } finally {
      isComputing = false;
    }
  };
}

/** What there is to see of `HOLD ELEMENT`. */
export function seenIn(figures: (() => Figures) | undefined, key: string): readonly (number | undefined)[] {
  const [hold, element] = key.split(' ') as [Yield, string];
  const figure = figures?.().of(element, hold);
  return [figure?.low, figure?.high];
}

const unknown: Figures = { of: () => undefined };
