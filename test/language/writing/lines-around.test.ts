import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBelowBlankLine, lineStart, spaceStart } from '../../../language/writing/index.js';

// What stands around an offset is found from there, and is what one pattern over the whole text before it finds.

const text = fc.array(fc.constantFrom(' ', '\t', '\uFEFF', '\r\n', '\r', '\n', 'x', 'é'), { maxLength: 12 }).map((parts) => parts.join(''));
const end = '(?:\\r\\n|\\r(?!\\n)|\\n)';

describe('what stands before an offset', () => {
  it('is what a pattern over the text up to it says: the start of the line, of the space, a blank line above', () => {
    fc.assert(
      fc.property(text, (all) => {
        for (let offset = 0; offset <= all.length; offset++) {
          const before = all.slice(0, offset);
          assert.equal(lineStart(all, offset), before.length - /[^\r\n]*$/.exec(before)![0].length);
          assert.equal(spaceStart(all, offset), before.length - /[^\S\r\n]*$/.exec(before)![0].length);
          assert.equal(isBelowBlankLine(all, offset), before === '' || new RegExp(`(?:^|${end})[^\\S\\r\\n]*${end}$`).test(before));
        }
      }),
      { seed: 20_261_130, numRuns: 2000 },
    );
  });
});
