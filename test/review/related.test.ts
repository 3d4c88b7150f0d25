import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review, type Finding, type GrantSource } from '../../review/index.js';
import { mostRelated, relate } from '../../review/findings.js';
import { createWorkspace } from '../support/workspace.js';

const statements = [{}, {}, {}, {}] as unknown as GrantSource['statement'][];

/** A finding of which only what `relate` looks at is there. */
function finding(element: string, requirement: string, weak: readonly number[]): Finding {
  const sources = weak.map((one) => ({ state: 'weak', mechanism: 'm', statement: statements[one]! }));
  return {
    id: `d/${requirement}/${element}`,
    element,
    requirement,
    gaps: { kind: 'control', sources },
    related: [],
    moreRelated: 0,
  } as never;
}

/** The same, read off the sentence: everybody looks at everybody. */
function plain(findings: readonly Finding[], weak: ReadonlyMap<Finding, readonly number[]>): [string, string[], number][] {
  return findings.map((one) => {
    const others = findings.filter(
      (other) => other.element !== one.element && weak.get(one)!.some((key) => weak.get(other)!.includes(key)),
    );
    const ids = others.map(({ id }) => id).sort();
    return [one.id, ids.slice(0, mostRelated), Math.max(0, ids.length - mostRelated)];
  });
}

/** A mechanism that is weak, on a kind of the design's own that everything is of. */
function oneCause(meters: number): string {
  return [
    'define component our-meter is smart-meter { uses software-keystore }',
    'design d { profile x1332 }',
    'zone home is customer-premises',
    ...Array.from({ length: meters }, (_, index) => `component meter${index} is our-meter in home`),
  ].join('\n');
}

describe('findings that fail for one weak statement', () => {
  it('name the first others by id and say how many more there are, whatever shares what', () => {
    const some = fc.uniqueArray(
      fc.record({
        element: fc.integer({ min: 0, max: 40 }),
        requirement: fc.integer({ min: 0, max: 3 }),
        weak: fc.uniqueArray(fc.nat(statements.length - 1), { maxLength: 3 }),
      }),
      { selector: ({ element, requirement }) => `${element} ${requirement}`, maxLength: 120 },
    );
    fc.assert(
      fc.property(some, (records) => {
        const weak = new Map(records.map((one) => [finding(`e${one.element}`, `r${one.requirement}`, one.weak), one.weak]));
        const findings = [...weak.keys()];
        const related = relate(findings).map((one, index) => [findings[index]!.id, one.related, one.moreRelated]);
        assert.deepEqual(related, plain(findings, weak));
      }),
      { seed: 20_261_130, numRuns: 300 },
    );
  });

  it('name a number of others that grows with the design, not with its square', async () => {
    const named = async (meters: number) => {
      const workspace = await createWorkspace({ 'd.meter': oneCause(meters) });
      const { findings } = review(workspace.shared.meter.Designs.all()[0]!, '2026-11-24');
      const some = findings.filter(({ related }) => related.length > 0);
      assert.equal(some.length, meters);
      for (const { related, moreRelated } of some) assert.deepEqual([related.length, moreRelated], [mostRelated, meters - 1 - mostRelated]);
      return some.reduce((sum, { related }) => sum + related.length, 0);
    };
    assert.equal(await named(200), 2 * (await named(100)));
  });
});
