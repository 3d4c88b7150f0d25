import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sampleOf } from '../../tools/mutate/sample.mjs';

const files = fc.uniqueArray(fc.record({ file: fc.stringMatching(/^[a-z]{1,6}\.ts$/), lines: fc.integer({ min: 1, max: 300 }) }), {
  selector: ({ file }) => file,
  maxLength: 30,
});

describe('the sample of lines that are changed', () => {
  it('is the same for the same seed, takes a file once, lies inside of it and is as large as asked where there is enough', () => {
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 400 }), fc.nat(), (measured, mutants, seed) => {
        const ranges = sampleOf(measured, mutants, seed);
        assert.deepEqual(ranges, sampleOf(measured, mutants, seed));
        const taken = ranges.map((range) => /^(.+):(\d+)-(\d+)$/.exec(range)!.slice(1));
        assert.equal(new Set(taken.map(([file]) => file)).size, taken.length);
        let held = 0;
        for (const [file, from, to] of taken) {
          const { lines } = measured.find((one) => one.file === file)!;
          assert.ok(1 <= Number(from) && Number(from) <= Number(to) && Number(to) <= lines);
          held += Number(to) - Number(from) + 1;
        }
        const all = taken.length === measured.length;
        assert.ok(all || held * 0.8 >= mutants, `${String(held)} lines`);
      }),
    );
  });

  it('is another one for another seed', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({ file: `f${String(index)}.ts`, lines: 100 }));
    assert.notDeepEqual(sampleOf(many, 100, 1), sampleOf(many, 100, 2));
  });
});
