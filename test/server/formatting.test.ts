import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Session } from './in-process.js';

const options = { tabSize: 2, insertSpaces: false };
const loose = 'zone  a  is b\nzone longer is   c {\n note "😀 猫"  note "n"\n   }\n';
const tidy = 'zone a      is b\nzone longer is c {\n    note "😀 猫"\n    note "n"\n}\n';

describe('formatting in the editor', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'loose.meter': loose, 'tidy.meter': tidy });
  });
  after(() => {
    session.stop();
  });

  const edited = (file: string, edits: readonly TextEdit[]): string =>
    TextDocument.applyEdits(TextDocument.create(session.uri(file), 'meter', 1, session.textOf(file)), [...edits]);

  const ask = async (file: string, method: string, params: object = {}): Promise<TextEdit[]> =>
    (await session.request<TextEdit[] | null>(`textDocument/${method}`, {
      textDocument: { uri: session.uri(file) },
      options,
      ...params,
    })) ?? [];

  it('is announced', () => {
    const { capabilities } = session.initialized;
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.documentRangeFormattingProvider, true);
    assert.deepEqual(capabilities.documentOnTypeFormattingProvider, { firstTriggerCharacter: '}', moreTriggerCharacter: ['\n'] });
  });

  it('formats a file that is not open, whatever the editor indents with', async () => {
    assert.equal(edited('loose.meter', await ask('loose.meter', 'formatting')), tidy);
  });

  it('has no edits for what is in the style already, and one for each stretch of white space that is not', async () => {
    assert.deepEqual(await ask('tidy.meter', 'formatting'), []);
    const edits = await ask('loose.meter', 'formatting');
    assert.deepEqual(edits[0], { range: { start: { line: 0, character: 4 }, end: { line: 0, character: 6 } }, newText: ' ' });
    assert.deepEqual(edits[4], { range: { start: { line: 2, character: 12 }, end: { line: 2, character: 14 } }, newText: '\n    ' });
    assert.equal(edits.length, 6);
  });

  it('follows edits, in a file and in an untitled text with CRLF', async () => {
    for (const file of ['open.meter', 'untitled:Untitled-1']) {
      await session.open(file, loose.replaceAll('\n', '\r\n'));
      assert.equal(edited(file, await ask(file, 'formatting')), tidy.replaceAll('\n', '\r\n'));
      await session.change(file, `zone  x  is y\n\n\n${loose}`);
      assert.equal(edited(file, await ask(file, 'formatting')), `zone x is y\n\n${tidy}`);
    }
  });

  it('formats a range', async () => {
    const range = { start: { line: 1, character: 16 }, end: { line: 2, character: 8 } };
    assert.equal(
      edited('loose.meter', await ask('loose.meter', 'rangeFormatting', { range })),
      'zone  a  is b\nzone longer is c {\n    note "😀 猫"\n    note "n"\n}\n',
    );
  });

  it('leaves a broken text as it is, and in a range takes the sound statements', async () => {
    await session.open('broken.meter', `${loose}zone  z is\n`);
    assert.deepEqual(await ask('broken.meter', 'formatting'), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    assert.equal(edited('broken.meter', await ask('broken.meter', 'rangeFormatting', { range })), `${tidy}zone  z is\n`);
  });

  it('indents what is typed', async () => {
    await session.open('typed.meter', 'zone a is "😀" {\n\n    }');
    const typed = async (line: number, character: number, ch: string) =>
      edited('typed.meter', await ask('typed.meter', 'onTypeFormatting', { position: { line, character }, ch }));
    assert.equal(await typed(1, 0, '\n'), 'zone a is "😀" {\n    \n    }');
    assert.equal(await typed(2, 5, '}'), 'zone a is "😀" {\n\n}');
  });

  it('never edits the built-in catalogue', async () => {
    const file = 'meterlint-catalogue:/requirements/communication.meter';
    const range = { start: { line: 0, character: 0 }, end: { line: 500, character: 0 } };
    assert.ok(session.textOf(file).includes('define requirement'));
    assert.deepEqual(await ask(file, 'formatting'), []);
    assert.deepEqual(await ask(file, 'rangeFormatting', { range }), []);
    assert.deepEqual(await ask(file, 'onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n' }), []);
  });
});
