import assert from 'node:assert/strict';
import type { DocumentSymbol, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import { Session } from './in-process.js';

const own = `define condition far-off "Device that nobody visits" also "remote device" on component where is smart-meter and count > 5
define condition far-flow "Way to one" on flow where touches smart-meter and target counts as far-off
define requirement sealed "Sealed" {
    category physical severity low
    applies to component where counts as far-off
        needs tamper-detection
    because "b" guidance "g"
}
`;

describe('a condition with a name', () => {
  let session: Session;
  before(async () => {
    session = await Session.with({ 'own.meter': own });
  });
  after(() => {
    session.stop();
  });

  it('tells in its hover what it stands for and who asks, also where it is used', async () => {
    for (const at of ['condition |far-off', 'where counts as |far-off']) {
      const hover = await session.request<Hover>('textDocument/hover', session.at('own.meter', at));
      const { value } = hover.contents as { value: string };
      for (const told of ['Device that nobody visits', 'remote device', 'is smart-meter and count', 'sealed']) {
        assert.ok(value.includes(told), `${at}: ${told} in ${value}`);
      }
    }
  });

  it('is gone to, found everywhere and renamed', async () => {
    const at = session.at('own.meter', 'where counts as |far-off');
    const [definition] = await session.request<Location[]>('textDocument/definition', at);
    assert.equal((definition as unknown as { targetSelectionRange: { start: { line: number } } }).targetSelectionRange.start.line, 0);
    const references = await session.request<Location[]>('textDocument/references', { ...at, context: { includeDeclaration: true } });
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [0, 1, 4],
    );
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'remote' });
    assert.equal(Object.values(edit.changes ?? {}).flat().length, 3);
  });

  it('stands among the symbols of its file', async () => {
    const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: session.at('own.meter', 'condition |far-off').textDocument,
    });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['far-off', 'far-flow', 'sealed'],
    );
  });
});
