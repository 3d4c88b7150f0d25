import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inquiriesOf, reachOf, smallestCut, smallestHitting, waysToHarms, type Constraint } from '../../reach/index.js';
import { largeDesign } from '../../bench/design.js';
import type { Assessment } from '../../review/index.js';
import { runs, choice, statements, reviewText, assessed } from './small-designs.js';

describe('the smallest cut', () => {
  it('leaves no way that can be ended, once its controls are written; each of them is needed, and no smaller set does', async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(choice, async (drawn) => {
        const one = { ...drawn, meters: 1000, concentrators: 10, remoteSwitch: 'breaker' as const };
        for (const { harm, cut, atLeast, ways } of waysToHarms(reachOf(await assessed(one)).steps)) {
          assert.equal(cut.length, atLeast, 'a design this small is decided');
          assert.equal(
            cut.length === 0,
            ways.every(({ canBeEnded }) => !canBeEnded),
          );
          const left = async (taken: typeof cut) => endable(await reviewText(withWritten(statements(one), taken)), harm.name);
          const writable = cut.every(({ leaf }) => leaf.kind === 'control' || leaf.words === 'key-scope = per-device');
          if (!writable || cut.length === 0) continue;
          cuts++;
          assert.equal(await left(cut), 0, `${harm.name}: ${cut.map(({ key }) => key).join(', ')}`);
          for (const each of cut) assert.ok((await left(cut.filter((other) => other !== each))) > 0, `${each.key} is not needed`);
        }
      }),
      { ...runs, numRuns: 5 },
    );
    assert.ok(cuts > 5, `${cuts} cuts were tried`);
  });

  it('of one position leaves no more than it says once it is written, and each of its measures is needed', async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(choice, async (drawn) => {
        const one = { ...drawn, meters: 1000, concentrators: 10, remoteSwitch: 'breaker' as const };
        for (const { row, hold, cut, after } of inquiriesOf(await assessed(one)).worst.now()) {
          const { element, extent } = row.foothold;
          const left = async (taken: typeof cut) => {
            const { positions } = reachOf(await reviewText(withWritten(statements(one), taken)));
            const found = positions.find(({ foothold }) => foothold.element === element && foothold.extent === extent);
            return found?.reached[hold].figure.high ?? Number.POSITIVE_INFINITY;
          };
          if (cut.length === 0 || !cut.every(({ leaf }) => leaf.kind === 'control' || leaf.words === 'key-scope = per-device')) continue;
          cuts++;
          const told = cut.map(({ key }) => key).join(', ');
          assert.ok((await left(cut)) <= (after.high ?? Number.POSITIVE_INFINITY), `${extent} ${element}: ${told}`);
          for (const each of cut) {
            assert.ok((await left(cut.filter((other) => other !== each))) > (await left(cut)), `${each.key} of ${told} is not needed`);
          }
        }
      }),
      { ...runs, numRuns: 4 },
    );
    assert.ok(cuts > 5, `${cuts} cuts were tried`);
  });

  it('is as small as the best of all subsets', () => {
    const key = fc.integer({ min: 0, max: 7 }).map(String);
    const constraint: fc.Arbitrary<Constraint> = fc.array(fc.uniqueArray(key, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(constraint, { maxLength: 8 }), (constraints) => {
        const { chosen, atLeast } = smallestHitting(constraints, 100_000);
        const isHitting = (set: ReadonlySet<string>) => constraints.every((sets) => sets.some((all) => all.every((one) => set.has(one))));
        assert.ok(isHitting(new Set(chosen)));
        const best = Math.min(
          ...subsets(8)
            .filter(isHitting)
            .map(({ size }) => size),
        );
        assert.equal(chosen.length, best);
        assert.equal(atLeast, best);
        // The loop that asks for one way after the other comes to the same size.
        const cut = smallestCut((taken) => constraints.find((sets) => !sets.some((all) => all.every((one) => taken.has(one)))));
        assert.deepEqual([cut.chosen.length, cut.atLeast], [best, best]);
      }),
      { numRuns: 400, seed: 1332 },
    );
  });

  it('of many parts that share no measure is decided part by part', async () => {
    // Of 100 pairs of a concentrator and a meter every fifth is sent disconnects, which nothing signs: 20 flows, each of which has a signature of its
    // own to be given. The measures of one flow do nothing for another, and 2^20 choices of them are not tried.
    const found =
      waysToHarms(reachOf(await reviewText(largeDesign(200))).steps).find(({ harm }) => harm.name === 'load-control-abuse') ??
      assert.fail();
    assert.deepEqual([found.cut.length, found.atLeast], [20, 20]);
    assert.deepEqual(found.cut.map(({ element }) => element).sort(), Array.from({ length: 20 }, (_, index) => `cut${index * 5}`).sort());
  });

  it('says which number is proven where it was not given the time for the smallest', () => {
    const pairs = Array.from({ length: 30 }, (_, index): Constraint => [[`a${index % 7}`], [`b${index % 5}`], [`c${index % 3}`]]);
    const { chosen, atLeast } = smallestHitting(pairs, 1);
    assert.ok(atLeast <= chosen.length);
    assert.ok(atLeast >= 1);
  });
});

function subsets(keys: number): ReadonlySet<string>[] {
  return Array.from(
    { length: 2 ** keys },
    (_, bits) => new Set(Array.from({ length: keys }, (__, key) => String(key)).filter((key) => bits & (1 << Number(key)))),
  );
}

function endable(assessment: Assessment, harm: string): number {
  const found = waysToHarms(reachOf(assessment).steps).find((one) => one.harm.name === harm) ?? assert.fail();
  return found.ways.filter(({ canBeEnded }) => canBeEnded).length;
}

/** The statements with measures written where they belong. */
function withWritten(
  all: readonly string[],
  measures: readonly { readonly element: string; readonly what: string; readonly leaf: { readonly kind: string } }[],
): string {
  return all
    .map((line) => {
      const [, name] = /^\S+ (\w+)/.exec(line) ?? [];
      const own = measures.filter(({ element }) => element === name);
      if (own.length === 0) return line;
      const added = own.map(({ what, leaf }) => (leaf.kind === 'control' ? `control ${what}` : what)).map((one) => `    ${one}`);
      const bare = own.some(({ leaf }) => leaf.kind !== 'control') ? line.replace(/ *key-scope = \S+\n/, '') : line;
      return bare.includes('{') ? bare.replace('{', `{\n${added.join('\n')}`) : `${bare} {\n${added.join('\n')}\n}`;
    })
    .join('\n');
}
