import assert from 'node:assert/strict';
import type { DocumentState } from 'langium';
import { Session } from './in-process.js';

describe('a request about a file that is no part of the workspace any more', () => {
  it('is told so, and brings it back to no review', async () => {
    const session = await Session.with({ 'a.meter': 'design a\n', 'b.meter': 'design b\n' });
    try {
      const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = session.shared.workspace;
      await WorkspaceManager.ready;
      await session.open('b.meter');
      // It is gone between the moment at which its state is known and the answer.
      const waitUntil = DocumentBuilder.waitUntil.bind(DocumentBuilder) as (state: DocumentState) => Promise<void>;
      Object.assign(DocumentBuilder, {
        waitUntil: async (state: DocumentState) => {
          await waitUntil(state);
          for (const { uri } of LangiumDocuments.all.filter((one) => one.uri.path.endsWith('/b.meter')).toArray())
            LangiumDocuments.deleteDocument(uri);
        },
      });
      const asked = session.request('textDocument/documentSymbol', { textDocument: { uri: session.uri('b.meter') } });
      await assert.rejects(asked, { code: -32_801 });
      assert.deepEqual(
        LangiumDocuments.all
          .filter(({ uri }) => uri.scheme === 'file')
          .map(({ uri }) => uri.path)
          .toArray(),
        ['/ws/a.meter'],
      );
    } finally {
      session.stop();
    }
  });
});
