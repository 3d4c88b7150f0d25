import assert from 'node:assert/strict';
import { DocumentState, URI } from 'langium';
import type { CodeAction } from 'vscode-languageserver';
import { messageOf } from '../support/message.js';
import { Session } from './in-process.js';

describe('a text that is not saved yet', () => {
  const untitled = 'untitled:Untitled-1';
  const text = 'import "lib/zones.meter"\ndesign draft { }\ncomponent meter is smart-meter in home\n';
  let session: Session;
  before(async () => {
    session = await Session.with({ 'lib/zones.meter': 'zone home is customer-premises\n' });
    await session.open(untitled, text);
    await session.shared.workspace.DocumentBuilder.waitUntil(DocumentState.Validated, URI.parse(untitled));
  });
  after(() => {
    session.stop();
  });

  it('is told to be saved before it imports', () => {
    const found = session.shared.workspace.LangiumDocuments.getDocument(URI.parse(untitled))!.diagnostics!;
    const [told, ...others] = found.filter(({ code }) => String(code).startsWith('import-'));
    assert.deepEqual(others, []);
    assert.equal(told?.code, 'import-unsaved');
    assert.match(messageOf(told), /Save it, and the import is read/);
  });

  it('is offered no import that would lead nowhere, and is not told of one', async () => {
    const { textDocument, position } = session.at(untitled, 'in |home');
    const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes("Declare zone 'home'"), titles.join('\n'));
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Import')),
      [],
    );
    const found = session.shared.workspace.LangiumDocuments.getDocument(URI.parse(untitled))!.diagnostics!;
    const unknown = found.find(({ code }) => code === 'unknown-name')!;
    assert.doesNotMatch(messageOf(unknown), /declares it: import that file/);
  });

  it('is answered where it is opened and asked while the build before it runs', async () => {
    const busy = await Session.with({ 'zones.meter': 'zone home is customer-premises\n' });
    const opened = busy.openAtOnce(untitled, 'design first { }\ncomponent lamp is smart-meter\n');
    const { textDocument, position } = busy.at(untitled, 'component |lamp');
    const range = { start: position, end: position };
    const context = { diagnostics: [], only: ['quickfix'] };
    const actions = await busy.request<CodeAction[]>('textDocument/codeAction', { textDocument, range, context });
    busy.stop();
    await opened;
    assert.ok(Array.isArray(actions), JSON.stringify(actions));
    assert.ok(
      actions.some(({ title }) => title.startsWith('Add ')),
      actions.map(({ title }) => title).join('\n'),
    );
  });
});
