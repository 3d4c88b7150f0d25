import { yieldNames, type Firing } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';
import { jsonText } from '../formats/json-text.js';
import { reachTold } from './words.js';

/** The same for programs, as `docs/reach.md` describes it. A figure without a high end has none that is known: `null`. */
export function reachJson(assessments: readonly Assessment[]): string {
  const designs = assessments.map((assessment) => {
    const { harms, positions } = reachTold(assessment);
    return {
      design: assessment.architecture.design.name,
      date: assessment.date,
      harms: harms.map(({ harm, hold, ways, worst, cut, atLeast }) => ({
        harm: harm.name,
        counts: hold,
        worst: worst === undefined ? null : { from: stepOf(worst.entry), low: worst.figure.low, high: worst.figure.high ?? null },
        ways: ways.map(({ steps, figure, sure, canBeEnded, cost }) => ({
          steps: steps.map(stepOf),
          low: figure.low,
          high: figure.high ?? null,
          sure,
          canBeEnded,
          effort: cost,
        })),
        cut: cut.map(({ element, what }) => ({ element, measure: what })),
        cutAtLeast: atLeast,
      })),
      positions: positions.map(({ foothold: { element, sort, extent }, reached }) => ({
        element,
        elementKind: sort,
        extent,
        ...Object.fromEntries(
          yieldNames.map((hold) => {
            const { figure, way, bounds, heldBy } = reached[hold];
            return [hold, { low: figure.low, high: figure.high ?? null, way: way.map(stepOf), boundedBy: bounds, heldBy }];
          }),
        ),
      })),
    };
  });
  return jsonText({ version: 1, designs });
}

function stepOf({ step, subject, sure }: Firing): object {
  return { step: step.name, element: subject, sure };
}
