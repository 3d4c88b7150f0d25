import { yieldNames } from '../../../reach/index.js';
import type { Assessment } from '../../../review/index.js';
import { attacksLegend, attacksTold } from '../../reach/attacks.js';
import { positionsLegend, positionsTold } from '../../reach/positions.js';
import { doneWords, harmTitle, harmWords, reachTold, stepWords, yieldWords } from '../../reach/words.js';
import { capital } from '../../words.js';
import { wrappedCell } from './cells.js';
import type { Cell, Sheet } from './sheet.js';

/** A row for each position, and below them each harm in a sentence. */
export function reachSheet(assessments: readonly Assessment[]): Sheet {
  const told = assessments.map(reachTold);
  return {
    name: 'Reach',
    columns: [
      { title: 'Design', width: 18 },
      { title: 'Position', width: 30 },
      ...yieldNames.map((hold) => ({ title: capital(yieldWords[hold]), width: 22 })),
      { title: 'Why no more', width: 70 },
    ],
    rows: told.flatMap((one) =>
      positionsTold(one).map(({ position, figures, why }): Cell[] => [
        one.assessment.architecture.design.name,
        position,
        ...figures,
        wrappedCell(why),
      ]),
    ),
    frozen: 2,
    notes: [
      positionsLegend,
      ...told.flatMap(({ assessment, harms }) =>
        harms.map((one) => `${assessment.architecture.design.name}: ${harmTitle(one)}: ${harmWords(one)}`),
      ),
    ],
  };
}

/** A row for each attack of the catalogue: what is possible first. */
export function attacksSheet(assessments: readonly Assessment[]): Sheet {
  return {
    name: 'Attacks',
    columns: [
      { title: 'Design', width: 18 },
      { title: 'Attack', width: 24 },
      { title: 'Title', width: 50 },
      { title: 'State', width: 14 },
      { title: 'What it comes to, or why not', width: 70 },
      { title: 'Rests on', width: 26 },
      { title: 'Steps', width: 80 },
    ],
    rows: assessments.flatMap((assessment) =>
      attacksTold(assessment).map(({ name, title, state, why, basis, way }): Cell[] => [
        assessment.architecture.design.name,
        name,
        wrappedCell(title),
        state,
        wrappedCell(why),
        basis,
        wrappedCell(way.join(' > ')),
      ]),
    ),
    frozen: 2,
    notes: [attacksLegend],
  };
}

/** A row for each way to a harm, the cheapest of each harm first, and one for each measure of its smallest set. */
export function waysSheet(assessments: readonly Assessment[]): Sheet {
  return {
    name: 'Ways',
    columns: [
      { title: 'Design', width: 18 },
      { title: 'Harm', width: 34 },
      { title: 'What', width: 12 },
      { title: 'How many', width: 22 },
      { title: 'Steps, or measure', width: 80 },
      { title: 'Stopped by', width: 70 },
    ],
    rows: assessments.flatMap((assessment) =>
      reachTold(assessment).harms.flatMap((one) => {
        const head = [assessment.architecture.design.name, wrappedCell(harmTitle(one))];
        return [
          ...one.cut.map(({ key }): Cell[] => [...head, 'measure', '', wrappedCell(key), '']),
          ...one.ways.map(({ steps, stops, figure }): Cell[] => [
            ...head,
            'way',
            doneWords(figure, one.hold),
            wrappedCell(steps.map(stepWords).join(' > ')),
            wrappedCell([...new Set(stops.flat().map((set) => set.join(' with ')))].join(', or ')),
          ]),
        ];
      }),
    ),
    frozen: 1,
    notes: ['The measures of a harm together close all of its ways that some control closes; the sheet Reach tells whether fewer do.'],
  };
}
