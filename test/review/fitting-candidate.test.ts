import assert from 'node:assert/strict';
import { Evaluator, elementNamed, leavesOf, reviewWith } from '../../review/index.js';
import { candidatesFor, fittingCandidate } from '../../review/fixes/candidates.js';
import { isFitting } from '../../review/fixes/fitting.js';
import { calledBy, realDesigns } from '../laws/support/designs.js';

const date = '2026-11-24';

it('the mechanism that a fix chooses is the first fitting one of all that could be chosen', async () => {
  let [chosen, none] = [0, 0];
  for (const design of await realDesigns()) {
    const reviewed = () => Evaluator.of(design, date);
    const { findings } = reviewWith(reviewed());
    // Each from an evaluator of its own, so that neither takes over what the other has found.
    const [one, other] = [reviewed(), reviewed()];
    for (const leaf of findings.flatMap(({ gaps }) => leavesOf(gaps))) {
      const element = leaf.kind === 'control' && !leaf.unplaced ? elementNamed(design, leaf.element) : undefined;
      if (leaf.kind !== 'control' || element === undefined) continue;
      const found = fittingCandidate(leaf, element, one, findings);
      const first = candidatesFor(leaf, element, other, findings).find((mechanism) => isFitting(mechanism, element, other));
      assert.equal(found?.name, first?.name, `${calledBy(design)}: ${leaf.control} on ${leaf.element}`);
      if (found === undefined) none++;
      else chosen++;
    }
  }
  assert.ok(chosen > 200 && none > 50, JSON.stringify({ chosen, none }));
});
