import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conditionWords } from '../../../language/semantics/index.js';
import type { Architecture, Condition } from '../../../language/model/index.js';
import { alwaysHolds, excludeEachOther, neverHolds, type SubjectSort } from '../../../language/semantics/proofs/index.js';
import { condition } from '../../review/generate/conditions.js';
import { today } from '../../review/generate/names.js';
import { placed } from '../../review/generate/placed.js';
import { asText } from '../../review/generate/text.js';
import { holds } from '../../review/reference/conditions.js';
import { allElements, False, True, Unknown } from '../../review/reference/elements.js';
import { sceneOf } from '../../review/reference/scene.js';

const runs = 2500;
const sorts: readonly SubjectSort[] = ['component', 'zone', 'data', 'link', 'flow', 'design', 'protocol'];

/** Conditions on their own, and pairs that are likely to have to do with each other. */
const conditions: fc.Arbitrary<Condition> = fc.tuple(condition, condition, fc.nat({ max: 5 })).map(([one, other, way]): Condition => {
  switch (way) {
    case 0:
      return one;
    case 1:
      return { kind: 'and', operands: [one, { kind: 'not', operand: other }] };
    case 2:
      return { kind: 'or', operands: [one, { kind: 'not', operand: other }] };
    case 3:
      return { kind: 'and', operands: [one, like(other, one)] };
    case 4:
      return { kind: 'and', operands: [one, { kind: 'not', operand: like(other, one) }] };
    default:
      return { kind: 'or', operands: [like(other, one), { kind: 'not', operand: one }] };
  }
});

/** A condition that asks in the way that another one does, but for something of its own. */
function like(own: Condition, model: Condition): Condition {
  if (model.kind === 'quantified') {
    const quantifier = own.kind === 'quantified' ? own.quantifier : model.quantifier;
    const inner = model.condition === undefined ? own : like(own, model.condition);
    return { ...model, quantifier, condition: inner };
  }
  if (model.kind === 'source' || model.kind === 'target' || model.kind === 'design')
    return { ...model, condition: like(own, model.condition) };
  if (model.kind === 'compare' && own.kind === 'compare') return { ...own, attribute: model.attribute };
  if (model.kind === 'compare') return { ...model, operator: model.operator === '=' ? '>' : '=' };
  if (model.kind === 'not') return like(own, model.operand);
  return own.kind === model.kind ? own : model;
}

const cases = fc.record({ design: placed, asked: fc.array(conditions, { minLength: 20, maxLength: 20 }), where: condition });

describe('what is proven of conditions', () => {
  const seen = { never: 0, always: 0, exclusive: 0, implied: 0 };

  it(`is so for every element of ${runs} generated designs`, function () {
    const check = (design: Architecture, asked: readonly Condition[], where: Condition) => {
      const scene = sceneOf(design, today);
      for (const sort of sorts) {
        const subjects = allElements(scene, sort);
        if (subjects.length === 0) continue;
        for (const one of asked) {
          const never = neverHolds(one, sort, design.catalogue);
          const always = alwaysHolds(one, sort, design.catalogue);
          const exclusive = excludeEachOther([where, one], sort, design.catalogue);
          const implied = alwaysHolds(one, sort, design.catalogue, where);
          seen.never += Number(never);
          seen.always += Number(always);
          seen.exclusive += Number(exclusive && !never);
          seen.implied += Number(implied && !always);
          if (!never && !always && !exclusive && !implied) continue;
          for (const subject of subjects) {
            const value = holds(scene, subject, one);
            const told = () => `${conditionWords(one)} of ${sort} ${subject.name}`;
            if (never) assert.notEqual(value, True, told());
            if (always) assert.equal(value, True, told());
            const guard = exclusive || implied ? holds(scene, subject, where) : Unknown;
            if (exclusive && guard === True) assert.notEqual(value, True, `${told()} where ${conditionWords(where)}`);
            if (implied && guard === True) assert.notEqual(value, False, `${told()} where ${conditionWords(where)}`);
          }
        }
      }
    };
    const property = fc.property(cases, ({ design, asked, where }) => {
      check(design, asked, where);
    });
    const details = fc.check(property, { seed: 20_270_315, numRuns: runs, endOnFailure: true });
    if (!details.failed) return;
    const { design } = details.counterexample![0];
    assert.fail(`${String(details.errorInstance)}\n\n${asText(design)}`);
  });

  it('is proven often enough for that to mean something', () => {
    assert.ok(Math.min(...Object.values(seen)) > 200, JSON.stringify(seen));
  });
});
