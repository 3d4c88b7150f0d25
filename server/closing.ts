import { URI } from 'langium';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
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

  didCloseDocument({ document }: { document: TextDocument }): void {
    this.close(URI.parse(document.uri), document.getText()).catch((error: unknown) => {
      this.shared.server.log(`Closed: ${document.uri}: ${String(error)}`);
    });
  }

  private async close(uri: URI, closed: string): Promise<void> {
    const { WorkspaceManager, DocumentBuilder, TextDocuments, WorkspaceLock } = this.shared.workspace;
    if (isBuiltIn(uri)) return;
    await WorkspaceManager.ready;
    const saved = await this.saved(uri);
    // Most files are closed as they were saved, and then nothing changes.
    if (saved === closed) return;
    await WorkspaceLock.write(async (token) => {
      // An editor closes and opens again to rename, or to change the language.
      if (TextDocuments.get(uri) !== undefined) return;
      await (saved === undefined ? DocumentBuilder.update([], [uri], token) : DocumentBuilder.update([uri], [], token));
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
