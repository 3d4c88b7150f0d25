import { yieldNames } from '../../reach/index.js';
import type { Assessment } from '../../review/index.js';
import { tableText } from '../formats/csv/table.js';
import { reachTold } from './words.js';

const columns = ['design', 'element', 'elementKind', 'extent', 'counts', 'low', 'high', 'way', 'boundedBy', 'heldBy'] as const;

/** One row a position and yield. */
export function reachCsv(assessments: readonly Assessment[]): string {
  const rows = assessments.flatMap((assessment) =>
    reachTold(assessment).positions.flatMap(({ foothold: { element, sort, extent }, reached }) =>
      yieldNames.map((hold) => {
        const { figure, way, bounds, heldBy } = reached[hold];
        const steps = way.map(({ step, subject }) => `${step.name} on ${subject}`);
        const { name } = assessment.architecture.design;
        const high = figure.high === undefined ? '' : String(figure.high);
        return [name, element, sort, extent, hold, String(figure.low), high, steps.join('; '), bounds.join('; '), heldBy.join('; ')];
      }),
    ),
  );
  return tableText(columns, rows);
}
