import type { Evaluator } from '../review/index.js';
import { firingsInTurns } from './firings.js';
import { Inquiry } from './inquiry.js';
import { Steps } from './spread.js';

/** The steps that can be taken in a design, found once for each review. */
export function stepsOf(evaluator: Evaluator): Inquiry<Steps> {
  return evaluator.derived(evaluator, 'steps', () => {
    return new Inquiry(function* () {
      return new Steps(yield* firingsInTurns(evaluator), evaluator);
    });
  });
}
