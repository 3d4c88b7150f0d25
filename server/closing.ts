import { URI } from 'langium';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
import { FileChangeType, type DidChangeWatchedFilesParams, type FileEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isBuiltIn } from '../language/names/imports.js';
import type { MeterServerSharedServices } from './module.js';

/**
 * A text that is closed counts as it stands on disk: what was typed and not saved is gone, and what no file of the workspace
 * holds, such as a new text that was thrown away or saved under a name, is no design any more. Langium would keep all of it.
 */
export class MeterDocumentUpdates extends DefaultDocumentUpdateHandler {
  private readonly shared: MeterServerSharedServices;

  constructor(services: MeterServerSharedServices) {
    super(services);
    this.shared = services;
  }

  /**
   * An open text belongs to the editor until it is closed, whatever becomes of its file: another branch may be checked out meanwhile. What
   * vanished from the disk is taken away without those that are open, of a folder file by file.
   */
  override didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
    super.didChangeWatchedFiles({ changes: changes.flatMap((change) => this.withoutOpen(change)) });
  }

  private withoutOpen(change: FileEvent): FileEvent[] {
    if (change.type !== FileChangeType.Deleted) return [change];
    const { LangiumDocuments, TextDocuments } = this.shared.workspace;
    const below = LangiumDocuments.all
      .map(({ uri }) => uri.toString())
      .filter((uri) => uri === change.uri || uri.startsWith(`${change.uri}/`));
    const [gone, open] = [[], []] as [string[], string[]];
    for (const uri of below) (TextDocuments.get(uri) === undefined ? gone : open).push(uri);
    return open.length === 0 ? [change] : gone.map((uri) => ({ uri, type: FileChangeType.Deleted }));
  }

  didCloseDocument({ document }: { document: TextDocument }): void {
    this.close(URI.parse(document.uri), document.getText()).catch((error: unknown) => {
      this.shared.server.log(`Closed: ${document.uri}: ${String(error)}`);
    });
  }

  private async close(uri: URI, closed: string): Promise<void> {
    const { WorkspaceManager, DocumentBuilder, TextDocuments, WorkspaceLock } = this.shared.workspace;
    if (isBuiltIn(uri)) return;
    await WorkspaceManager.ready;
    // It counted as what could not be read from the moment on at which it was open no more.
    const wasUnread = this.shared.server.Unread.has(uri);
    const saved = await this.saved(uri);
    // Most files are closed as they were saved, and then nothing changes.
    if (saved === closed && !wasUnread) return;
    await WorkspaceLock.write(async (token) => {
      // An editor closes and opens again to rename, or to change the language. What this has interrupted goes on all the same.
      const isOpen = TextDocuments.get(uri) !== undefined;
      const [changed, gone] = isOpen ? [[], []] : saved === undefined ? [[], [uri]] : [[uri], []];
      await DocumentBuilder.update(changed, gone, token);
    });
  }

  /** What a file of the workspace holds; undefined where there is none. */
  private async saved(uri: URI): Promise<string | undefined> {
    const { WorkspaceManager, FileSystemProvider } = this.shared.workspace;
    if (uri.scheme !== 'file' || !this.shared.meter.WorkspaceFolders.holds(uri)) return undefined;
    const entry = await FileSystemProvider.stat(uri).catch(() => undefined);
    if (entry?.isFile !== true || !WorkspaceManager.shouldIncludeEntry(entry)) return undefined;
    return FileSystemProvider.readFile(uri);
  }
}
