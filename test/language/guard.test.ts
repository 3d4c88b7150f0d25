import assert from 'node:assert/strict';
import { limits } from '../../language/parsing/brackets.js';
import { mostOfACode } from '../../language/wellformed/mistake.js';
import { createWorkspace } from '../support/workspace.js';

const sound = 'component kept is relay\n';

async function errorsOf(text: string): Promise<string[]> {
  const workspace = await createWorkspace({ 'bad.meter': text, 'good.meter': sound });
  assert.equal(workspace.document('good.meter').parseResult.parserErrors.length, 0);
  assert.ok(workspace.shared.meter.Designs.all().length > 0);
  return workspace
    .mistakes('bad.meter')
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

describe('text that would end a stock language server', () => {
  const hostile: Record<string, [text: string, message: RegExp]> = {
    'braces a thousand deep': ['component a { '.repeat(1000), /nest more than 100 deep/],
    'parentheses a hundred thousand deep': [
      `define requirement r { applies to link where ${'('.repeat(100_000)}over tls${')'.repeat(100_000)} needs encryption }`,
      /nest more than 100 deep/,
    ],
    'too many comments in a row': ['// x\n'.repeat(limits.commentsInARow + 1), /comments in a row/],
    'a file beyond the limit': [`// ${'x'.repeat(limits.characters)}`, /longer than 8000000 characters/],
    'bytes that are no text': ['component \0\u0001 is relay', /cannot stand here/],
    'a comment that never ends': ['/* component a is relay', /not closed/],
  };
  for (const [name, [text, message]] of Object.entries(hostile)) {
    it(`${name}: one clear message, and other files are read on`, async () => {
      const errors = await errorsOf(text);
      assert.ok(errors.length >= 1 && errors.length <= 100, `${errors.length} errors`);
      assert.match(errors[0]!, message);
      assert.ok(errors.every((error) => error.length < 1000));
    });
  }

  for (const sign of ['/*', '"', '{', '->', '@', '(', ':', '\\', 'a ', '"" ', 'import "']) {
    it(`a megabyte of ${JSON.stringify(sign)}: no more messages than of any other file`, async () => {
      const errors = await errorsOf(sign.repeat(1_000_000 / sign.length));
      assert.ok(errors.length >= 1 && errors.length <= mostOfACode, `${errors.length} errors`);
      assert.ok(errors.every((error) => error.length < 1000));
    });
  }

  it('not, long chains of `not`', async () => {
    const text = `define requirement r { applies to link where ${'not '.repeat(20_000)}over tls needs encryption }`;
    assert.ok((await errorsOf(text)).length > 0);
  });

  it('broken text of every prefix of an example still gives a model', async () => {
    const text = 'component meter "M" is smart-meter in home { count = 3 uses tls-1.3 control a by b from c planned for 2027-01-01 }';
    for (let end = 0; end <= text.length; end += 3) await errorsOf(text.slice(0, end));
  });
});
