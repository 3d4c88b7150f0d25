import assert from 'node:assert/strict';
import fc from 'fast-check';
import { edited, lineEndAt, positionsIn, type Replacement } from '../../../language/writing/index.js';
import { changedEnds, endsAll, layouts, plain } from '../../support/line-ends.js';

const seed = 20_270_315;
const line = fc.stringMatching(/^[a-z]{0,4}$/);
const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join('\n'));
/** A text, and replacements in it that do not overlap, in whatever order. */
const changes = fc
  .record({ text: lines, cuts: fc.array(fc.nat(40), { maxLength: 6 }), written: fc.array(lines, { minLength: 3, maxLength: 3 }) })
  .map(({ text, cuts, written }) => {
    const places = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
    const replacements: Replacement[] = [];
    for (let index = 0; index + 1 < places.length; index += 2) {
      replacements.unshift({ start: places[index]!, end: places[index + 1]!, newText: written[index / 2]! });
    }
    return { text, replacements };
  });

/** The same replacements in a text with other line ends. */
function moved(text: string, other: string, replacements: readonly Replacement[]): Replacement[] {
  const at = (offset: number) => {
    const rows = plain(text).slice(0, offset).split('\n');
    const ends = [...other.matchAll(/\r\n|\n/g)].slice(0, rows.length - 1);
    return ends.reduce((sum, [end]) => sum + end.length - 1, offset);
  };
  return replacements.map((one) => ({ ...one, start: at(one.start), end: at(one.end) }));
}

describe('what is written into a text', () => {
  it('is the same whatever the line ends, and ends its lines as the text does', () => {
    fc.assert(
      fc.property(changes, ({ text, replacements }) => {
        const wanted = edited(text, replacements);
        assert.ok(endsAll(wanted, '\n'));
        for (const [name, layout] of Object.entries(layouts)) {
          const other = layout(text);
          const after = edited(other, moved(text, other, replacements));
          assert.equal(plain(after), wanted);
          if (name === 'crlf' && text.includes('\n')) assert.ok(endsAll(after, '\r\n'));
        }
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('changes the end of no line that stays', () => {
    const text = Array.from({ length: 12 }, (_, index) => `line ${index}\n`).join('');
    const starts = [...text.matchAll(/^/gm)].map(({ index }) => index);
    const insertion = fc.record({ start: fc.nat(text.length), newText: lines }).map((one) => ({ ...one, end: one.start }));
    const removal = fc.tuple(fc.constantFrom(...starts), fc.constantFrom(...starts));
    const wholeLines = removal.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), newText: '' }));
    fc.assert(
      fc.property(fc.oneof(insertion, wholeLines), (one) => {
        const mixed = layouts.mixed!(text);
        assert.deepEqual(changedEnds(mixed, edited(mixed, moved(text, mixed, [one]))), []);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  it('takes the place of a line end, else ends as the line beside it, else as the line above', () => {
    const text = 'a\r\nb\nc\r\nd';
    assert.equal(edited(text, [{ start: 1, end: 1, newText: '\nx' }]), 'a\r\nx\r\nb\nc\r\nd');
    assert.equal(edited(text, [{ start: 3, end: 3, newText: 'x\n' }]), 'a\r\nx\nb\nc\r\nd');
    assert.equal(edited(text, [{ start: 1, end: 5, newText: '\n1\n2\n' }]), 'a\r\n1\n2\r\nc\r\nd');
    assert.equal(edited(text, [{ start: text.length, end: text.length, newText: '\nx' }]), 'a\r\nb\nc\r\nd\r\nx');
    assert.equal(edited('a', [{ start: 1, end: 1, newText: '\nb' }]), 'a\nb');
    assert.equal(edited('a\rb\r', [{ start: 1, end: 1, newText: '\nx' }]), 'a\rx\rb\r');
  });

  it('keeps the ends of lines that only move', () => {
    assert.equal(edited('a\r\nb\n', [{ start: 0, end: 5, newText: 'b\na\r\n', moves: true }]), 'b\na\r\n');
  });

  it('counts lines and columns as editors do', () => {
    const placeAt = positionsIn('a\r\nbc\rd\n');
    assert.deepEqual([0, 1, 3, 5, 6, 8].map(placeAt), [
      { line: 0, column: 0 },
      { line: 0, column: 1 },
      { line: 1, column: 0 },
      { line: 1, column: 2 },
      { line: 2, column: 0 },
      { line: 3, column: 0 },
    ]);
    assert.equal(lineEndAt('', 0), '\n');
  });
});
