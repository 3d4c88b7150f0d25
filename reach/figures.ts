import type { Yield } from '../language/model/index.js';
import type { Figure } from '../language/semantics/index.js';
import type { Evaluator, Figures } from '../review/index.js';
import { figureFromBoth, footholdsOf, spread, type Foothold } from './positions.js';
import type { Spread } from './spread.js';
import { stepsOf } from './steps-of.js';

/**
 * What is computed of the elements of a design for requirements that ask for it: how much follows from one instance of each, as in the table by
 * position. It reads what is granted and what holds, and of requirements nothing, so that what it comes to depends on none of them.
 */
export function figuresOf(evaluator: Evaluator): Figures {
  const steps = stepsOf(evaluator).now();
  const footholds = new Map<string, Foothold>();
  // One instance comes before all of them: of what is there many times, it is asked what one of them yields.
  for (const foothold of footholdsOf(evaluator)) if (!footholds.has(foothold.element)) footholds.set(foothold.element, foothold);
  const spreads = new Map<string, { readonly low: Spread; readonly high: Spread }>();
  const spreadsFrom = (foothold: Foothold) => {
    let found = spreads.get(foothold.element);
    if (found === undefined) {
      found = { low: spread(foothold, steps, 'low'), high: spread(foothold, steps, 'high') };
      spreads.set(foothold.element, found);
    }
    return found;
  };
  return {
    of(element: string, hold: Yield): Figure | undefined {
      const foothold = footholds.get(element);
      if (foothold === undefined) return undefined;
      const { low, high } = spreadsFrom(foothold);
      return figureFromBoth(hold, low, high, steps);
    },
  };
}
