// What hangs on a finding breaks ties of the one order, and nothing else.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byStake, inquiriesOf } from '../../reach/index.js';
import { sarifRankOf } from '../../report/formats/sarif/severity.js';
import { atStakeOf, stakeSentence, stakeWords } from '../../report/reach/stake.js';
import { byWeight, type Assessment } from '../../review/index.js';
import { findingsInOrder } from '../../summary/worst-first.js';
import { exampleFiles, referenceDesigns, reviewOf } from '../support/reviewed.js';
import { choice, reviewText, runs, statements } from './small-designs.js';

/** Boxes that anybody opens where they are flimsy, and whose software switches what they hold. */
const rules = [
  'define component box',
  'define component flimsy is box',
  'define control lid on component',
  'define control vault on component { implies lid }',
  'define control seal on component',
  'define step opened "Box is opened" on component where is flimsy { to all control of component unless lid effort low because "b" }',
  'define step pulled "Box is pulled" on component where is box { from control of component to switching of component effort low because "b" }',
  'define requirement shut { severity high applies to component where is box needs lid because "b" }',
  'define requirement kept { severity high applies to component where count = 50 needs vault because "b" }',
  'define requirement sealed { severity critical applies to component where count = 9 needs seal because "b" }',
  'define profile own { includes shut, kept, sealed }',
].join('\n');

async function drawn(...lines: string[]): Promise<Assessment> {
  const files = { 'own.meter': rules, 'd.meter': ['design d { profile own }', ...lines].join('\n') };
  return (await reviewOf(files)).assessments.find(({ architecture }) => architecture.design.name === 'd')!;
}

const boxes = [
  'component many is box { count = 100 }',
  'component few is flimsy { count = 10 }',
  'component some is flimsy { count = 50 }',
];

describe('what hangs on findings', () => {
  it('is the ways with a step that closing them stops, and the devices at their ends', async () => {
    const assessment = await drawn(...boxes);
    const told = assessment.findings.map((finding) => {
      const atStake = atStakeOf(finding, assessment);
      return `${finding.requirement} ${finding.element}: ${atStake === undefined ? 'nothing' : stakeWords(atStake)}`;
    });
    assert.deepEqual(told.sort(), [
      'kept some: on 1 of 2 ways, 50 homes',
      'shut few: on 1 of 2 ways, 10 homes',
      'shut many: nothing',
      'shut some: on 1 of 2 ways, 50 homes',
    ]);
    const [first] = findingsInOrder(assessment);
    assert.equal(
      stakeSentence(atStakeOf(first!, assessment)!),
      'On 1 of 2 ways to "Customers harmed by abused load control" (50 homes switched).',
    );
  });

  it('comes before the number of devices, and behind severity', async () => {
    const assessment = await drawn(...boxes, 'component nine is box { count = 9 }');
    assert.deepEqual(
      findingsInOrder(assessment).map(({ requirement, element }) => `${requirement} ${element}`),
      ['sealed nine', 'kept some', 'shut some', 'shut few', 'shut many', 'shut nine'],
    );
  });

  it('is nothing where no harm is reached: the order of the review and the ranks of SARIF stay as they are', async () => {
    const assessment = await drawn(boxes[0]!, 'component one is box { count = 3 }');
    assert.equal(inquiriesOf(assessment).ranks.now().size, 0);
    assert.deepEqual(findingsInOrder(assessment), assessment.findings);
    // 80 for high, nothing for what nobody wrote, and 1.5 of the way from 1 device to all there are.
    assert.deepEqual(
      findingsInOrder(assessment).map((finding) => sarifRankOf(finding, undefined)),
      [81, 80.485],
    );
  });

  it('hides nothing, crosses no severity, and decides where the review sees no difference', async () => {
    let moved = 0;
    for (const files of [exampleFiles(), ...referenceDesigns().values()]) {
      for (const assessment of (await reviewOf(files)).assessments) {
        const found = findingsInOrder(assessment);
        assert.deepEqual(new Set(found), new Set(assessment.findings));
        assert.equal(found.length, assessment.findings.length);
        moved += found.filter((finding, at) => finding !== assessment.findings[at]).length;
        for (const [at, one] of found.slice(0, -1).entries()) {
          const other = found[at + 1]!;
          const same = { devices: 1 };
          const known = byWeight({ ...one, ...same }, { ...other, ...same });
          const stake = byStake(atStakeOf(one, assessment), atStakeOf(other, assessment));
          assert.ok(known < 0 || (known === 0 && stake < 0) || (known === 0 && stake === 0 && byWeight(one, other) <= 0), one.id);
          const [rank, next] = [one, other].map((each) => sarifRankOf(each, atStakeOf(each, assessment)));
          assert.ok(rank! >= next! && rank! <= 100 && next! >= 0, `${one.id}: ${rank} before ${next}`);
        }
      }
    }
    assert.ok(moved > 20, `${moved} findings stand elsewhere`);
  });

  it('is the same in whatever order a design is written', async () => {
    const shuffled = choice.chain((one) => {
      const all = statements(one);
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([plain, mixed]) => {
        const [one, other] = [await reviewText(plain.join('\n')), await reviewText(mixed.join('\n'))];
        const told = (assessment: Assessment) =>
          [...inquiriesOf(assessment).ranks.now()].map(([id, stake]) => `${id} ${stakeSentence(stake)}`).sort();
        assert.deepEqual(told(other), told(one));
      }),
      { ...runs, numRuns: 4 },
    );
  });

  it('is found out once for a review, and by nobody before somebody asks', async () => {
    const assessment = await drawn(...boxes);
    const { ranks } = inquiriesOf(assessment);
    assert.equal(ranks.known, undefined);
    findingsInOrder(assessment);
    assert.equal(ranks.known, inquiriesOf(assessment).ranks.now());
  });
});
