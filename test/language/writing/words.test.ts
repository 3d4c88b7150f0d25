import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Model } from '../../../language/generated/ast.js';
import { cleanText } from '../../../language/parsing/clean-text.js';
import { createContainer } from '../../../workspace/index.js';
import { freeName, inQuotes } from '../../../language/writing/index.js';

describe('words that are written', () => {
  it('read back as the text that they were, cleaned as any text that is read, whatever stands in it', () => {
    const { LangiumParser } = createContainer().meter.parser;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^["\\\n\r\t a]*$/)), (text) => {
        const { value, lexerErrors, parserErrors } = LangiumParser.parse(`zone a ${inQuotes(text)} is b\n`);
        assert.deepEqual([lexerErrors, parserErrors], [[], []]);
        assert.equal(
          (value as Model).elements[0]!.$type === 'Zone' && (value as Model & { elements: { title?: string }[] }).elements[0]!.title,
          cleanText(text),
        );
      }),
      { seed: 20_270_315, numRuns: 500 },
    );
  });

  it('are free names, counted from 2', () => {
    const taken = new Set(['meter', 'meter-2']);
    assert.equal(
      freeName('meter', (one) => taken.has(one)),
      'meter-3',
    );
    assert.equal(
      freeName('hub', (one) => taken.has(one)),
      'hub',
    );
  });
});
