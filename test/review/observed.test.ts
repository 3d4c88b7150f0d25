import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Condition } from '../../language/model/index.js';
import { Evaluator, type ObservedFact } from '../../review/index.js';
import { reasonFor } from '../../review/reasons.js';
import { architecture } from './generate/design.js';
import { today } from './generate/names.js';

type Border = Extract<ObservedFact, { kind: 'crosses' }>;

/** Every link and flow of some generated designs, with the borders that are told where a condition asks for those of a sort. */
function* crossings(border: Border['border'], designs: number) {
  for (const design of fc.sample(architecture, { seed: 20_270_315, numRuns: designs })) {
    const { facts, conditions } = Evaluator.of(design, today);
    for (const subject of [...design.links.values(), ...design.flows.values()]) {
      const condition: Condition = { kind: 'crosses', border };
      const reason = reasonFor(facts, conditions, condition, subject);
      assert.ok(reason.kind === 'condition');
      yield { design, reason, facts: reason.facts };
    }
  }
}

describe('the facts behind a condition on borders', () => {
  for (const border of ['zone', 'party'] as const) {
    it(`are borders of a ${border} that is crossed, and there are some exactly where the condition is true`, () => {
      let crossed = 0;
      for (const { design, reason, facts } of crossings(border, 300)) {
        assert.equal(facts.length > 0, reason.truth === 'true');
        for (const fact of facts) {
          assert.ok(fact.kind === 'crosses' && fact.border === border);
          assert.notDeepEqual(fact.from, fact.to);
          for (const side of [fact.from, fact.to]) {
            // A zone is always drawn; a party may be a component or a word, and is never a zone.
            if (border === 'zone') assert.ok('element' in side && design.zones.has(side.element));
            else assert.ok(!('element' in side) || !design.zones.has(side.element));
          }
          crossed++;
        }
      }
      assert.ok(crossed > 100, `${crossed} borders`);
    });

    it(`of a ${border} are told once each`, () => {
      for (const { facts } of crossings(border, 300)) {
        assert.equal(new Set(facts.map((fact) => JSON.stringify(fact))).size, facts.length);
      }
    });
  }
});
