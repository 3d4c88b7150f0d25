import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOpen, review, type Assessment } from '../../review/index.js';
import { byCategory, countElsewhere, tallyOf } from '../../summary/tally.js';
import { architecture } from '../review/generate/design.js';
import { today } from '../review/generate/names.js';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('a tally', () => {
  let assessments: Assessment[];
  before(() => {
    assessments = fc.sample(architecture, { seed: 20_270_315, numRuns: 200 }).map((design) => review(design, today));
  });

  it('counts every pair once, and each open one as a finding or as reported with another', () => {
    let elsewhere = 0;
    for (const { findings, results } of assessments) {
      const { states, open, planned, unknown } = tallyOf(findings, results);
      assert.equal(sum(Object.values(states)), results.length);
      const told = countElsewhere(findings, results);
      assert.equal(open + planned + unknown + told, results.filter(({ state }) => isOpen(state)).length);
      assert.ok(told >= 0);
      elsewhere += told;
    }
    assert.ok(elsewhere > 0, 'some are reported with another');
  });

  it('by category adds up to the whole', () => {
    for (const assessment of assessments) {
      const shares = byCategory(assessment);
      assert.equal(new Set(shares.map(({ category }) => category)).size, shares.length);
      assert.deepEqual(new Set(shares.flatMap(({ results }) => results)), new Set(assessment.results));
      assert.equal(sum(shares.map(({ results }) => results.length)), assessment.results.length);
      assert.equal(sum(shares.map(({ findings }) => findings.length)), assessment.findings.length);
    }
  });
});
