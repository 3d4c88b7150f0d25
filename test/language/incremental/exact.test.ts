import assert from 'node:assert/strict';
import { town, parts } from './bases.js';
import { fuzzParse } from './fuzz.js';
import { fuzzWorkspace } from './workspace-fuzz.js';

describe('a text that is read again after an edit', function () {
  this.timeout(0);
  const bases = { 'with LF': town, 'with CRLF': town.replaceAll('\n', '\r\n'), 'behind a byte order mark': `\uFEFF${parts}` };
  for (const [index, [name, base]] of Object.entries(bases).entries()) {
    it(`is what it is to a parser that has never seen it: ${name}`, () => {
      const { edits, partly } = fuzzParse(base, index + 1, 25);
      assert.equal(edits, 25);
      assert.ok(partly > 18, `${partly} of ${edits} were read in part`);
    });
  }

  it('is compared with enough: a statement that moves one character too far is found', () => {
    assert.throws(() => fuzzParse(town, 1, 60, { movesTooFar: true }), /seed 1, edit \d+: found/);
  });

  it('leaves names, mistakes, designs, places and findings as in a workspace that has never seen another text', async () => {
    await fuzzWorkspace({ 'town.meter': town, 'parts.meter': parts }, 1, 8);
  });
});
