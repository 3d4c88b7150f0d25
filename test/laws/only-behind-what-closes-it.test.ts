import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review, type Assessment } from '../../review/index.js';
import { architecture } from '../review/generate/design.js';
import { today } from '../review/generate/names.js';
import { asText } from '../review/generate/text.js';
import { holds, isThorough, type Breach } from './support/held.js';
import { asItIs } from './support/mutation.js';
import { isToldByOthers } from './support/tellers.js';

const seed = 20_261_130;
const generated = isThorough ? 6000 : 1000;
/** So long is a smaller counterexample looked for, too. */
const mostTime = 60_000;

/** What is open and not shown, although nothing that is told closes it. */
function hiddenForNothing(assessment: Assessment): Breach[] {
  return assessment.results
    .filter(({ gaps, open, computed }) => gaps !== undefined && open === undefined && computed !== 'met' && computed !== 'not applicable')
    .filter((result) => !isToldByOthers(result, assessment))
    .map(({ requirement, element, reportedBy }) => ({ requirement, element, how: `hidden behind ${reportedBy.join(', ')}` }));
}

describe('what is open is hidden only behind something as severe that closes it in every way', function () {
  this.timeout(0);

  it('in real designs, and in what comes of them', () => holds({ mutations: asItIs, broken: hiddenForNothing }));

  it(`against any catalogue, in ${generated} generated designs, seed ${seed}`, () => {
    const property = fc.property(architecture, (design) => hiddenForNothing(review(design, today)).length === 0);
    const { failed, counterexample } = fc.check(property, { seed, numRuns: generated, interruptAfterTimeLimit: mostTime });
    if (!failed) return;
    const [design] = counterexample!;
    assert.fail(`${JSON.stringify(hiddenForNothing(review(design, today)))}\n\n${asText(design)}`);
  });
});
