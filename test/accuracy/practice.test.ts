import assert from 'node:assert/strict';
import { expectedCases, wrongIn, type ExpectedCase } from './expected.js';
import { pairOf } from './reference.js';

// Networks as the people who build them describe them in public, drawn without a look at the catalogue. What a reviewer of such a
// network would certainly say, and what he would call wrong, stands at the head of each file; the rest is not judged here.
const designs = [
  'at-end-to-end',
  'dk-market-hub',
  'in-amisp-prepaid',
  'nbiot-heat-module',
  'nl-metering-platform',
  'us-driveby-amr',
  'us-home-bridge',
  'za-sts-vending',
];

describe('networks that practitioners published', () => {
  let cases: readonly ExpectedCase[];

  before(async () => {
    cases = await expectedCases('test/accuracy/practice', '2026-11-29');
  });

  it('stand in a file each and are read without an error', () => {
    assert.deepEqual(
      cases.map(({ design }) => design),
      designs,
    );
    assert.deepEqual(
      cases.flatMap(({ mistakes }) => mistakes),
      [],
    );
  });

  it('name requirements of their profiles and elements of the design', () => {
    for (const { file, head, results, requirements } of cases) {
      const pairs = results.map(pairOf);
      assert.ok(head.expected.length > 0 && head.forbidden.length > 0, file);
      for (const named of [...head.expected, ...head.forbidden]) {
        assert.ok(named.includes(' on ') ? pairs.includes(named) : requirements.includes(named), `${file}: ${named}`);
      }
    }
  });

  it('are reported with what has to be said, and without what must not be', () => {
    assert.deepEqual(cases.flatMap(wrongIn), []);
  });
});

describe('what is wrong in a case', () => {
  it('is what is expected and silent, and what is forbidden and told, of one element or of all', () => {
    const head = { expected: ['a on x', 'b on y'], forbidden: ['c', 'd on x'], notApplicable: [] };
    const told = ['a on x', 'c on z', 'c-2 on z', 'd on x', 'd on y'];
    assert.deepEqual(wrongIn({ file: 'f', head, told }), ['f: b on y is not told', 'f: c on z is told', 'f: d on x is told']);
  });
});
