import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review, type Assessment, type Result } from '../../review/index.js';
import { architecture } from '../review/generate/design.js';
import { today } from '../review/generate/names.js';
import { asText } from '../review/generate/text.js';
import { implies } from './support/gaps.js';
import { holds, isThorough, type Breach } from './support/held.js';
import { isAsLoud } from './support/losses.js';
import { asItIs } from './support/mutation.js';

const seed = 20_261_130;
const generated = isThorough ? 6000 : 1000;
/** So long is a smaller counterexample looked for, too. */
const mostTime = 60_000;

/** What is open and not shown, although nothing that is told closes it. */
function hiddenForNothing({ architecture: { catalogue }, results }: Assessment): Breach[] {
  const open = results.filter(({ gaps, computed }) => gaps !== undefined && computed !== 'met' && computed !== 'not applicable');
  const refining = (result: Result) =>
    open.filter((one) => catalogue.requirements.get(one.requirement)?.refines.includes(result.requirement));
  return open
    .filter((result) => result.open === undefined)
    .filter((result) => !refining(result).some((one) => isAsLoudAs(one, result) && implies(one.gaps!, result.gaps!)))
    .map(({ requirement, element, reportedBy }) => ({ requirement, element, how: `hidden behind ${reportedBy.join(', ')}` }));
}

/** What somebody has decided is as loud as it was. */
function isAsLoudAs(one: Result, other: Result): boolean {
  const before = (result: Result) => ({ severity: result.severity, state: result.computed }) as Parameters<typeof isAsLoud>[0];
  return isAsLoud(before(one), before(other));
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
