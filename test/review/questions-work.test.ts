import assert from 'node:assert/strict';
import { largeDesign } from '../../bench/design.js';
import { questionsOf, review, type Finding } from '../../review/index.js';
import { createWorkspace } from '../support/workspace.js';

// What people are asked is found with the mechanisms that would close each gap, and each of those is tried on the design.

/** Findings that count how often somebody goes through all of them. */
class Counted extends Array<Finding> {
  passes = 0;

  override flatMap<U>(find: (finding: Finding, index: number, all: Finding[]) => U | readonly U[]): U[] {
    this.passes++;
    return [...this].flatMap((finding, index) => find(finding, index, this));
  }
}

it('all findings are gone through once for the questions of a review, however many mechanisms are tried', async () => {
  const { snapshot } = await createWorkspace({ 'large.meter': largeDesign(20) });
  const assessment = review(snapshot.designs[0]!, '2026-11-24');
  const findings = new Counted(...assessment.findings);
  const { results } = assessment;
  const questions = questionsOf({ ...assessment, results, findings });
  assert.ok(questions.length > 50, String(questions.length));
  assert.deepEqual(questions, questionsOf(assessment));
  assert.equal(findings.passes, 1);
});
