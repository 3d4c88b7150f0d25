import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { Architecture } from '../../language/model/index.js';
import { review } from '../../review/index.js';
import { reviewDate } from '../accuracy/designs.js';
import { architecture } from '../review/generate/design.js';
import { asText } from '../review/generate/text.js';
import { today } from '../review/generate/names.js';
import { renamed } from './changes/names.js';
import { reordered } from './changes/order.js';
import { calledBy, realDesigns } from './support/designs.js';
import { isThorough } from './support/held.js';
import { randomFrom } from './support/random.js';
import { verdictOf } from './support/verdicts.js';

const seed = 20_261_130;
const generated = isThorough ? 6000 : 600;

/** What is told of a design: every pair and every finding, in no order. */
function toldOf(design: Architecture, date: string, name: (old: string) => string = (old) => old): string[] {
  const { results, findings } = review(design, date);
  return [
    ...results.map((result) => `${result.requirement} on ${name(result.element)}: ${verdictOf(result)}`),
    ...findings.map(({ requirement, element, severity, state }) => `${requirement} on ${name(element)} is shown: ${severity}, ${state}`),
  ].sort();
}

/** Names that sort the other way round than those they take the place of. */
function otherNames(design: Architecture): (old: string) => string {
  const { zones, components, data, links, flows } = design;
  const all = [design.design.name, ...[zones, components, data, links, flows].flatMap((table) => [...table.keys()])].sort().reverse();
  return (old) => `n${String(all.indexOf(old)).padStart(4, '0')}`;
}

const changes: readonly (readonly [
  name: string,
  expected: (design: Architecture) => (old: string) => string,
  change: (design: Architecture) => Architecture,
])[] = [
  ['under other names', otherNames, (design) => renamed(design, otherNames(design))],
  ['in another order', () => (old) => old, (design) => reordered(design, randomFrom(seed))],
];

describe('the same design', function () {
  this.timeout(0);

  for (const [title, names, change] of changes) {
    it(`is judged alike ${title}`, async () => {
      for (const design of await realDesigns()) {
        assert.deepEqual(toldOf(change(design), reviewDate), toldOf(design, reviewDate, names(design)), calledBy(design));
      }
    });

    it(`is judged alike ${title} against any catalogue, in ${generated} generated designs, seed ${seed}`, () => {
      const property = fc.property(architecture, (design) => {
        assert.deepEqual(toldOf(change(design), today), toldOf(design, today, names(design)), asText(design));
      });
      fc.assert(property, { seed, numRuns: generated });
    });
  }
});
