import assert from 'node:assert/strict';
import { Cancellation, GrammarUtils, URI, type AstNode, type LangiumDocument } from 'langium';
import { AbstractSemanticTokenProvider, type SemanticTokenAcceptor } from 'langium/lsp';
import type { SemanticTokens } from 'vscode-languageserver';
import { Session } from '../in-process.js';

/** What Langium gives, with the simplest of roles. */
class StockTokens extends AbstractSemanticTokenProvider {
  protected highlightElement(node: AstNode, acceptor: SemanticTokenAcceptor): void {
    if (GrammarUtils.findNodeForProperty(node.$cstNode, 'name') !== undefined) acceptor({ node, property: 'name', type: 'class' });
  }
}

interface Provider {
  semanticHighlight(
    document: LangiumDocument,
    params: never,
    token?: Cancellation.CancellationToken,
  ): SemanticTokens | Promise<SemanticTokens>;
}

const texts = {
  'a.meter': Array.from({ length: 40 }, (_, index) => `component a${index} is smart-meter`).join('\n'),
  'b.meter': Array.from({ length: 25 }, (_, index) => `\n\n  data b${index} is billing-data`).join('\n'),
};

describe('colours asked for twice at once', () => {
  let session: Session;
  let documents: LangiumDocument[];
  before(async () => {
    session = await Session.with(texts);
    await session.request('textDocument/documentSymbol', { textDocument: { uri: session.uri('a.meter') } });
    documents = Object.keys(texts).map((file) => session.shared.workspace.LangiumDocuments.getDocument(URI.parse(session.uri(file)))!);
  });
  after(() => {
    session.stop();
  });

  /** Whether each of several requests at once gets what it gets alone. */
  async function keepsApart(provider: Provider): Promise<boolean> {
    const ask = async (document: LangiumDocument) =>
      (await provider.semanticHighlight(document, {} as never, Cancellation.CancellationToken.None)).data;
    const alone: number[][] = [];
    for (const document of documents) alone.push(await ask(document));
    const together = await Promise.all([...documents, ...documents].map(ask));
    return together.every((data, index) => JSON.stringify(data) === JSON.stringify(alone[index % documents.length]));
  }

  it('are mixed by the provider that Langium brings', async () => {
    assert.equal(await keepsApart(new StockTokens(session.services)), false);
  });

  it('are kept apart by ours', async () => {
    assert.equal(await keepsApart(session.services.lsp.SemanticTokenProvider as Provider), true);
  });

  it('are kept apart over the protocol, full, range and delta', async () => {
    const ask = (kind: string, file: string, more: object = {}) =>
      session.request<SemanticTokens>(`textDocument/semanticTokens/${kind}`, { textDocument: { uri: session.uri(file) }, ...more });
    const whole = { range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } } };
    const alone = [(await ask('full', 'a.meter')).data, (await ask('full', 'b.meter')).data];
    const together = await Promise.all([
      ask('full', 'a.meter'),
      ask('full', 'b.meter'),
      ask('range', 'a.meter', whole),
      ask('range', 'b.meter', whole),
      ask('full/delta', 'a.meter', { previousResultId: 'none' }),
      ask('full/delta', 'b.meter', { previousResultId: 'none' }),
    ]);
    for (const [index, { data }] of together.entries()) assert.deepEqual(data, alone[index % 2]);
  });
});
