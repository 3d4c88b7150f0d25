import { messageOf } from '../../../language/wellformed/words/index.js';
import { adoptBuilt } from '../../../language/built/index.js';
import { EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import type { CompletionItem, InitializeParams } from 'vscode-languageserver';
import { createServerServices, type MeterServerServices } from '../../../server/module.js';
import { builtCatalogue, createWorkspace, type Workspace } from '../../support/workspace.js';
import { positionAt } from '../in-process.js';

/** How often each error stands in a text, by code and message. */
export type Errors = ReadonlyMap<string, number>;

/**
 * Asks for completion, without a client, and says which errors a text has. Many texts are built at once, each as a file of its own
 * beside some files that stay: what they define would clash, so texts with definitions are taken one at a time.
 */
export class Insertions {
  private constructor(
    private readonly services: MeterServerServices,
    private readonly checked: Workspace,
    private readonly atOnce: number,
  ) {}

  static async with(
    files: Readonly<Record<string, string>>,
    { catalogue, atOnce }: { catalogue: boolean; atOnce: number },
  ): Promise<Insertions> {
    const { shared, meter } = createServerServices({
      ...EmptyFileSystem,
      builtIn: catalogue ? await builtCatalogue() : new Map<string, string>(),
      today: () => '2027-03-15',
      log: (message) => {
        throw new Error(message);
      },
    });
    // The type still wants a folder of its own beside the folders.
    const params: Omit<InitializeParams, 'rootUri'> = {
      processId: null,
      workspaceFolders: [{ uri: 'file:///ws', name: 'ws' }],
      capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation'] } } } },
      },
    };
    await shared.lsp.LanguageServer.initialize(params as InitializeParams);
    shared.meter.WorkspaceFolders.set([URI.parse('file:///ws')]);
    const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
    const texts = Object.entries(files).map(([name, text]) => [`file:///ws/${name}`, text] as const);
    if (catalogue) adoptBuilt(await builtCatalogue(), shared);
    for (const [uri, text] of texts) LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, URI.parse(uri)));
    await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: false });
    return new Insertions(meter, await createWorkspace(files, { catalogue }), atOnce);
  }

  /** What is offered at a place of each text, in its order. */
  offers(places: readonly { readonly text: string; readonly offset: number }[]): Promise<CompletionItem[][]> {
    const provider = this.services.lsp.CompletionProvider!;
    const texts = places.map(({ text }) => text);
    return this.inBatches(this.services.shared, texts, async (document, index) => {
      const { text, offset } = places[index]!;
      const position = positionAt(text, offset);
      return (await provider.getCompletion(document, { textDocument: { uri: document.uri.toString() }, position }))?.items ?? [];
    });
  }

  errors(texts: readonly string[]): Promise<Errors[]> {
    const { shared } = this.checked;
    return this.inBatches(shared, texts, (document) => {
      const found = new Map<string, number>();
      for (const mistake of shared.meter.Mistakes.of(document)) {
        if (mistake.severity !== 'error') continue;
        // What a message says behind its first sentence depends on the other files.
        const key = `${mistake.code}: ${messageOf(mistake).split(/[.:] /)[0]!}`;
        found.set(key, (found.get(key) ?? 0) + 1);
      }
      return Promise.resolve(found);
    });
  }

  private async inBatches<T>(
    { workspace }: Pick<Workspace['shared'], 'workspace'>,
    texts: readonly string[],
    read: (document: LangiumDocument, index: number) => Promise<T>,
  ): Promise<T[]> {
    const found: T[] = [];
    for (const batch of this.batches(texts)) {
      const documents = Array.from({ length: this.atOnce }, (_, place) => {
        const uri = URI.parse(`file:///ws/text-${place}.meter`);
        if (workspace.LangiumDocuments.hasDocument(uri)) workspace.LangiumDocuments.deleteDocument(uri);
        const document = workspace.LangiumDocumentFactory.fromString(texts[batch[place] ?? -1] ?? '', uri);
        workspace.LangiumDocuments.addDocument(document);
        return document;
      });
      await workspace.DocumentBuilder.build(documents, { validation: false });
      for (const [place, index] of batch.entries()) found[index] = await read(documents[place]!, index);
    }
    return found;
  }

  private batches(texts: readonly string[]): number[][] {
    const batches: number[][] = [];
    let open: number[] = [];
    texts.forEach((text, index) => {
      if (/^[ \t]*define /m.test(text)) batches.push([index]);
      else if (open.push(index) === this.atOnce) {
        batches.push(open);
        open = [];
      }
    });
    return open.length === 0 ? batches : [...batches, open];
  }
}
