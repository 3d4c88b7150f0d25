import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import type { CodeAction, Diagnostic as AnyDiagnostic, InitializeResult, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundled } from './bundle.js';

/** Messages are plain text here: the client announces no Markdown in them. */
export type Diagnostic = Omit<AnyDiagnostic, 'message'> & { message: string };

export interface SaidOfItself {
  readonly rootUri: string | null;
  readonly workspaceFolders?: readonly { readonly name: string; readonly uri: string }[] | null;
  readonly capabilities: object;
}

/** Speaks LSP over stdio to the bundle that is shipped. */
export class TestClient {
  private readonly child: ChildProcess;
  private readonly connection: MessageConnection;
  private readonly diagnostics = new Map<string, Diagnostic[]>();
  private readonly waiting = new Set<() => void>();
  private readonly texts = new Map<string, TextDocument>();
  readonly log: string[] = [];

  constructor(
    readonly folder: string,
    command: readonly string[] = [bundled('server/main.cjs'), '--stdio'],
  ) {
    this.child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr!.on('data', (data: Buffer) => this.log.push(data.toString()));
    this.connection = createMessageConnection(new StreamMessageReader(this.child.stdout!), new StreamMessageWriter(this.child.stdin!));
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        this.diagnostics.set(uri, diagnostics);
        for (const check of [...this.waiting]) check();
      },
    );
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    this.connection.listen();
  }

  uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).toString();
  }

  /** @param isOpened whether the folder is opened as a workspace; otherwise none is. */
  async start(isOpened = true): Promise<InitializeResult> {
    const uri = pathToFileURL(this.folder).toString();
    return this.startAs({
      rootUri: isOpened ? uri : null,
      workspaceFolders: isOpened ? [{ uri, name: 'test' }] : null,
      capabilities: {
        textDocument: { publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true } },
        workspace: { workspaceFolders: true, configuration: true },
      },
    });
  }

  /** As a client of its own, that says of itself what stands here. */
  async startAs(client: SaidOfItself): Promise<InitializeResult> {
    const result: InitializeResult = await this.connection.sendRequest('initialize', { processId: process.pid, ...client });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(file: string, text: string, uri = this.uri(file)): Promise<void> {
    this.texts.set(uri, TextDocument.create(uri, 'meter', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'meter', version: 1, text } });
  }

  async change(file: string, text: string, uri = this.uri(file)): Promise<void> {
    const version = (this.texts.get(uri)?.version ?? 1) + 1;
    this.texts.set(uri, TextDocument.create(uri, 'meter', version, text));
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  async close(file: string, uri = this.uri(file)): Promise<void> {
    this.texts.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async watched(changes: readonly { uri: string; type: 1 | 2 | 3 }[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  text(file: string): string {
    return this.texts.get(this.uri(file))?.getText() ?? '';
  }

  /** The last published diagnostics of a file. */
  published(uri: string): readonly Diagnostic[] | undefined {
    return this.diagnostics.get(uri);
  }

  /** Waits until the diagnostics of a file are as wanted; fails with what was there instead. */
  until(what: string, uri: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean, ms = 300_000): Promise<readonly Diagnostic[]> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const now = this.diagnostics.get(uri);
        if (now === undefined || !wanted(now)) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve(now);
      };
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        const seen = (this.diagnostics.get(uri) ?? []).map(({ code, message }) => `${String(code)}: ${message.slice(0, 80)}`);
        reject(new Error(`never: ${what}\n${seen.join('\n')}\n${this.log.slice(-5).join('\n')}`));
      }, ms);
      this.waiting.add(check);
      check();
    });
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  actions(file: string, range: Range, diagnostics: readonly Diagnostic[] = [], only?: readonly string[]): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', { textDocument: { uri: this.uri(file) }, range, context: { diagnostics, only } });
  }

  /** The text of a file after an edit. */
  edited(file: string, edit: WorkspaceEdit): string {
    const uri = this.uri(file);
    return TextDocument.applyEdits(this.texts.get(uri)!, edit.changes?.[uri] ?? []);
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get exitCode(): number | null {
    return this.child.exitCode;
  }

  async stop(): Promise<void> {
    if (!this.isAlive) return;
    await this.request('shutdown');
    await this.connection.sendNotification('exit');
    await new Promise((resolve) => this.child.once('exit', resolve));
    this.connection.dispose();
  }
}
