import '../../tools/group-by.mjs';
import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { EmptyFileSystem, URI, type FileSystemNode } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { completionNeeds, registerCompletion } from '../../server/completion.js';
import { createServerServices, type MeterServerServices, type MeterServerSharedServices } from '../../server/module.js';
import { followSettings } from '../../server/settings.js';
import { navigationNeeds, registerNavigation } from '../../server/navigation/index.js';
import { registerViews, viewNeeds } from '../../server/views.js';
import type { BuiltCatalogue } from '../../workspace/index.js';
import { builtCatalogue, builtInCatalogue } from '../support/workspace.js';

export interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** A client and the server in one process, speaking LSP; files lie in memory below `/ws/`. */
export class Session {
  readonly shared: MeterServerSharedServices;
  readonly services: MeterServerServices;
  readonly texts: Map<string, string>;
  /** What the user set, by section. */
  readonly settings: Record<string, unknown> = {};
  /** What the server asked the client to ask for again, in order. */
  readonly refreshed: string[] = [];
  /** The files of which findings were published, in order. */
  readonly published: string[] = [];
  /** Milliseconds that have passed; a test may let them pass as it likes. */
  clock = (): number => performance.now();
  private readonly client: ProtocolConnection;
  initialized!: InitializeResult;

  constructor(files: Readonly<Record<string, string>>, builtIn: BuiltCatalogue) {
    this.texts = new Map(Object.entries(files).map(([file, text]) => [this.uri(file), text]));
    const [up, down] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
    const entries = (): FileSystemNode[] =>
      [...this.texts.keys()].map((uri) => ({ uri: URI.parse(uri), isFile: true, isDirectory: false }));
    const disk = {
      readFile: (uri: URI) => Promise.resolve(this.texts.get(uri.toString()) ?? ''),
      stat: (uri: URI) => Promise.resolve({ uri, isFile: true, isDirectory: false }),
      readDirectory: () => Promise.resolve(entries()),
    };
    const { shared, meter } = createServerServices({
      connection,
      fileSystemProvider: () => Object.assign(EmptyFileSystem.fileSystemProvider(), disk),
      builtIn,
      today: () => '2027-03-15',
      log: (message) => assert.fail(message),
      clock: () => this.clock(),
    });
    this.shared = shared;
    this.services = meter;
    followSettings(connection, shared);
    registerNavigation(connection, shared);
    registerViews(connection, shared);
    registerCompletion(connection, shared, meter);
    startLanguageServer(shared, { ...navigationNeeds, ...viewNeeds, ...completionNeeds });
    this.client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.client.onRequest('client/registerCapability', () => null);
    this.client.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => this.settings[section ?? ''] ?? null),
    );
    for (const view of ['codeLens', 'inlayHint', 'semanticTokens']) {
      this.client.onRequest(`workspace/${view}/refresh`, () => {
        this.refreshed.push(view);
        return null;
      });
    }
    this.client.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => void this.published.push(uri));
    this.client.listen();
  }

  static async with(
    files: Readonly<Record<string, string>>,
    capabilities: object = {},
    settings: object = {},
    options: object = {},
  ): Promise<Session> {
    const session = new Session(files, await builtCatalogue());
    Object.assign(session.settings, settings);
    session.initialized = await session.request('initialize', {
      processId: null,
      rootUri: 'file:///ws',
      workspaceFolders: [{ uri: 'file:///ws', name: 'ws' }],
      capabilities: { workspace: { workspaceFolders: true, configuration: true }, ...capabilities },
      initializationOptions: options,
    });
    await session.client.sendNotification('initialized', {});
    return session;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.client.sendNotification(method, params);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }

  uri(file: string): string {
    return /^[\w-]+:/.test(file) ? file : `file:///ws/${file}`;
  }

  /** Opens a text, and does not wait until the server has taken it in. */
  async openAtOnce(file: string, text: string): Promise<void> {
    const uri = this.uri(file);
    this.texts.set(uri, text);
    await this.client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'meter', version: 1, text } });
  }

  async open(file: string, text = this.texts.get(this.uri(file)) ?? ''): Promise<void> {
    const uri = this.uri(file);
    await this.openAtOnce(file, text);
    await this.until(() => this.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText() === text);
  }

  async change(file: string, text: string): Promise<void> {
    const uri = this.uri(file);
    this.texts.set(uri, text);
    await this.client.sendNotification('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
    await this.until(() => this.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText() === text);
  }

  async until(holds: () => boolean): Promise<void> {
    for (let turn = 0; turn < 100_000 && !holds(); turn++) await new Promise((resolve) => setTimeout(resolve, 2));
    assert.ok(holds(), 'the server took the text in');
  }

  textOf(file: string): string {
    return this.texts.get(this.uri(file)) ?? builtInCatalogue().get(file.replace(/^meterlint-catalogue:\//, '')) ?? '';
  }

  /** The place of a part of a text; `|` in the part marks the place itself, else its start. */
  at(file: string, part: string): Place {
    const mark = part.indexOf('|');
    const plain = part.replace('|', '');
    const start = this.textOf(file).indexOf(plain);
    assert.notEqual(start, -1, `'${plain}' stands in ${file}`);
    return { textDocument: { uri: this.uri(file) }, position: positionAt(this.textOf(file), start + Math.max(mark, 0)) };
  }

  /** What stands in a range. */
  cut(uri: string, range: { start: Place['position']; end: Place['position'] }): string {
    const text = this.textOf(uri);
    return text.slice(offsetAt(text, range.start), offsetAt(text, range.end));
  }

  stop(): void {
    this.client.dispose();
  }
}

export function positionAt(text: string, offset: number): Place['position'] {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

export function offsetAt(text: string, { line, character }: Place['position']): number {
  return (
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, one) => sum + one.length + 1, 0) + character
  );
}
