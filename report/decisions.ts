import { idleDecisions, type Assessment } from '../review/index.js';
import type { Problem } from './problem.js';

/** The decisions that do nothing, as mistakes of writing: hidden risks must not hide behind them. */
export function decisionProblems(assessments: readonly Assessment[]): Problem[] {
  return idleDecisions(assessments).map(({ decision, why }) => {
    const { verb, until, range } = decision;
    const past =
      `This ${verb} ended on ${until}: what it covered is reported again. ` +
      'Decide anew with a later date, or repair the design and remove it.';
    const idle = `This ${verb} has no effect: nothing that it names is open here. Remove it, or correct the requirement or the element.`;
    return {
      code: why === 'past' ? 'decision-past' : 'decision-without-effect',
      severity: 'warning',
      message: why === 'past' ? past : idle,
      range,
    };
  });
}
