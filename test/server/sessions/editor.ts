import '../../../tools/group-by.mjs';
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { startLanguageServer } from 'langium/lsp';
import type { Diagnostic, FileEvent } from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { completionNeeds, registerCompletion } from '../../../server/completion.js';
import { createDisk } from '../../../server/disk.js';
import { createServerServices } from '../../../server/module.js';
import { navigationNeeds, registerNavigation } from '../../../server/navigation/index.js';
import { registerRequests } from '../../../server/requests.js';
import { followSettings } from '../../../server/settings.js';
import { Unread } from '../../../server/unread.js';
import { registerViews, viewNeeds } from '../../../server/views.js';
import { builtCatalogue } from '../../support/workspace.js';
import { exportRequest } from '../../../server/protocol.js';

export const today = '2026-11-24';

/** What an editor shows of a workspace, and what it writes as a report. */
export interface Told {
  /** By address, in the order in which they were published; files of which nothing is told are left out. */
  readonly diagnostics: Readonly<Record<string, readonly Diagnostic[]>>;
  readonly report: string;
  /** The texts that the server takes the files to hold, by address. */
  readonly texts: Readonly<Record<string, string>>;
}

/** An editor and its language server in one process, on folders of the disk: what the server is put together of is what ships. */
export class DiskEditor {
  private readonly client: ProtocolConnection;
  private readonly diagnostics = new Map<string, readonly Diagnostic[]>();
  private readonly texts = new Map<string, string>();
  private version = 1;
  private readonly known: () => Told['texts'];
  readonly log: string[] = [];

  private constructor(builtIn: Awaited<ReturnType<typeof builtCatalogue>>) {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
    const log = (message: string): void => void this.log.push(message);
    const unread = new Unread();
    const { shared, meter } = createServerServices({
      connection,
      fileSystemProvider: () => createDisk(log, unread),
      unread,
      builtIn,
      today: () => today,
      log,
    });
    const { server, meter: language, workspace } = shared;
    this.known = () => {
      const documents = workspace.LangiumDocuments.all.filter(({ uri }) => uri.scheme === 'file').toArray();
      const texts = documents.map(({ uri, textDocument }) => [uri.toString(), textDocument.getText()] as const);
      return Object.fromEntries(texts.sort(([one], [other]) => (one < other ? -1 : 1)));
    };
    registerRequests(
      connection,
      {
        current: server.Current,
        folders: language.WorkspaceFolders,
        builder: workspace.DocumentBuilder,
        steps: server.Steps,
        place: server.place,
      },
      {
        version: '0.0.0',
        digest: (text) => createHash('sha256').update(text).digest('hex'),
        toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
      },
    );
    followSettings(connection, shared);
    registerNavigation(connection, shared);
    registerViews(connection, shared);
    registerCompletion(connection, shared, meter);
    startLanguageServer(shared, { ...navigationNeeds, ...viewNeeds, ...completionNeeds });
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.client.onRequest('client/registerCapability', () => null);
    this.client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.client.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => void this.diagnostics.set(uri, diagnostics),
    );
    this.client.listen();
  }

  static async on(roots: readonly string[]): Promise<DiskEditor> {
    const editor = new DiskEditor(await builtCatalogue());
    const folders = roots.map((root) => ({ uri: pathToFileURL(root).href, name: root }));
    await editor.client.sendRequest('initialize', {
      processId: null,
      rootUri: folders[0]!.uri,
      workspaceFolders: folders,
      capabilities: { workspace: { workspaceFolders: true, configuration: true } },
    });
    await editor.client.sendNotification('initialized', {});
    return editor;
  }

  /** The texts that are open, by full path. */
  get open(): ReadonlyMap<string, string> {
    return this.texts;
  }

  async opens(file: string, text: string): Promise<void> {
    this.texts.set(file, text);
    const textDocument = { uri: pathToFileURL(file).href, languageId: 'meter', version: ++this.version, text };
    await this.client.sendNotification('textDocument/didOpen', { textDocument });
  }

  async types(file: string, text: string): Promise<void> {
    this.texts.set(file, text);
    const textDocument = { uri: pathToFileURL(file).href, version: ++this.version };
    await this.client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  async saved(file: string): Promise<void> {
    await this.client.sendNotification('textDocument/didSave', { textDocument: { uri: pathToFileURL(file).href } });
  }

  async closes(file: string): Promise<void> {
    this.texts.delete(file);
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri: pathToFileURL(file).href } });
  }

  /** Says what the user has set below `meterlint.`. */
  async sets(meterlint: object): Promise<void> {
    await this.client.sendNotification('workspace/didChangeConfiguration', { settings: { meterlint } });
  }

  async hears(changes: readonly FileEvent[]): Promise<void> {
    await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** As it stands when everything that was sent before has been worked in. */
  async told(): Promise<Told> {
    const { content } = await this.client.sendRequest<{ content: string }>(exportRequest, { format: 'json' });
    const some = [...this.diagnostics].filter(([, told]) => told.length > 0).sort(([one], [other]) => (one < other ? -1 : 1));
    return { diagnostics: Object.fromEntries(some), report: content, texts: this.known() };
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }

  stop(): void {
    this.client.dispose();
  }
}
