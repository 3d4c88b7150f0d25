import assert from 'node:assert/strict';
import { expectedCases, wrongIn, type ExpectedCase } from './expected.js';
import { pairOf } from './reference.js';

// A few lines each, for one way in which a review once went wrong.
const files = [
  'bus-behind-head-end.meter',
  'bus-stores-keys.meter',
  'clear-radio-behind-cellular.meter',
  'clear-radio-with-events.meter',
  'clear-radio-without-events.meter',
  'command-through-a-device.meter',
  'command-through-a-person.meter',
  'link-shares-live-values.meter',
  'party-of-a-zone.meter',
  'queue-behind-head-end.meter',
  'radio-and-open-office.meter',
  'radio-and-safe-office.meter',
  'signature-and-evidence-record.meter',
  'staff-at-a-workstation.meter',
];

/** These say the same but for one word, and are told the same but for what the head of each names. */
const twins: readonly (readonly [string, string, readonly string[]])[] = [
  ['bus-behind-head-end.meter', 'queue-behind-head-end.meter', ['comm-integration on first', 'comm-integration on second']],
  ['clear-radio-with-events.meter', 'clear-radio-without-events.meter', ['avail-event-flood on read']],
  ['radio-and-open-office.meter', 'radio-and-safe-office.meter', ['comm-integration on bus']],
];

describe('small designs', () => {
  let cases: readonly ExpectedCase[];

  before(async () => {
    cases = await expectedCases('test/accuracy/small', '2026-11-29');
  });

  /** What is told of a file; what is told of the design itself goes by the same word in all. */
  const toldIn = (file: string) => {
    const { told, design } = cases.find((one) => one.file === file)!;
    return told.map((pair) => (pair.endsWith(` on ${design}`) ? `${pair.slice(0, -design.length)}the design` : pair));
  };

  it('are read without an error, and name requirements and elements', () => {
    assert.deepEqual(
      cases.map(({ file }) => file),
      files,
    );
    for (const { file, head, mistakes, results, requirements } of cases) {
      assert.deepEqual(mistakes, [], file);
      const pairs = results.map(pairOf);
      for (const named of [...head.expected, ...head.forbidden]) {
        assert.ok(named.includes(' on ') ? pairs.includes(named) : requirements.includes(named), `${file}: ${named}`);
      }
    }
  });

  it('are reported with what has to be said, and without what must not be', () => {
    assert.deepEqual(cases.flatMap(wrongIn), []);
  });

  for (const [one, other, more] of twins) {
    it(`${one} is told what ${other} is told, and what its other words mean`, () => {
      assert.deepEqual(toldIn(one).sort(), [...toldIn(other), ...more].sort());
    });
  }

  it('tell critically that readings travel in the clear, with events and without', () => {
    for (const { file, results } of cases.filter((one) => one.file.startsWith('clear-radio'))) {
      const integrity = results.find((one) => pairOf(one) === 'comm-integrity on air')!;
      assert.equal(integrity.severity, 'critical', file);
    }
  });
});
