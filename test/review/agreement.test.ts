import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutNames } from '../../language/semantics/index.js';
import type { Architecture } from '../../language/model/index.js';
import { review, type Gap as EngineGap, type Result } from '../../review/index.js';
import { architecture } from './generate/design.js';
import { today } from './generate/names.js';
import { asText } from './generate/text.js';
import { emptyTally, leastSeen, tally } from './generate/tally.js';
import type { Gap } from './reference/gaps.js';
import { line, tellPair, text } from './reference/tell.js';
import { referenceReview } from './reference/review.js';

const seed = 20_270_315;
const runs = 8000;

/** The pairs on which the two differ, each as both tell it. */
function differences(design: Architecture): string[] {
  const expected = new Map(referenceReview(design, today).map((pair) => [`${pair.requirement} on ${pair.element}`, tellPair(pair)]));
  const found = new Map(review(design, today).results.map((result) => [`${result.requirement} on ${result.element}`, tellResult(result)]));
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((key) => expected.get(key) !== found.get(key))
    .map((key) => `${key}\n  the text says  ${expected.get(key) ?? 'nothing'}\n  the engine has ${found.get(key) ?? 'nothing'}`);
}

function tellResult(result: Result): string {
  const gap = result.gaps && plain(result.gaps);
  const left = result.open && plain(result.open);
  const reason = result.reasons.find((one) => one.kind === 'condition' && one.truth === 'false');
  return line({
    state: result.state,
    computed: result.computed,
    severity: gap && result.severity,
    decision: result.decision,
    because: result.computed === 'not applicable' && reason?.kind === 'condition' ? reason.condition : undefined,
    gap: gap && text(gap),
    left: left && text(left),
    reporters: [...result.reportedBy].sort(),
  });
}

function plain(gap: EngineGap): Gap {
  switch (gap.kind) {
    case 'and':
    case 'or':
      return { kind: gap.kind, gaps: gap.gaps.map(plain) };
    case 'control':
      return {
        kind: 'leaf',
        element: gap.element,
        asks: `control ${gap.control}${gap.across === undefined ? '' : ` across ${gap.across}`}`,
        stated: gap.stated,
      };
    case 'condition':
      return { kind: 'leaf', element: gap.element, asks: JSON.stringify(withoutNames(gap.condition)), stated: gap.stated };
  }
}

describe('the engine and the plain reference evaluator', () => {
  const seen = emptyTally();

  it(`agree on every pair of ${runs} generated designs, seed ${seed}`, function () {
    const property = fc.property(architecture, (design) => {
      tally(seen, design, today);
      assert.deepEqual(differences(design), []);
    });
    const details = fc.check(property, { seed, numRuns: runs, endOnFailure: false });
    if (!details.failed) return;
    const [design] = details.counterexample!;
    assert.fail(
      `after ${details.numRuns} designs (path ${details.counterexamplePath})\n${differences(design).join('\n')}\n\n${asText(design)}`,
    );
  });

  it('have met every state, condition, relation and place often enough for that to mean something', () => {
    assert.deepEqual(leastSeen(seen), []);
  });
});
