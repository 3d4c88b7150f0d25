import { UriUtils, type FileSystemProvider, type LangiumDocuments, type URI } from 'langium';
import type { TextDocuments } from 'langium/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { importsOf, importTarget } from '../language/names/imports.js';
import { isReachedWithoutLinks } from './links.js';
import type { WorkspaceFolders } from '../language/names/folders.js';
import type { Visibility } from '../language/names/visibility.js';
import { written } from '../language/parsing/written.js';

/** Files to read from disk, and files that are to be known no more. */
export interface Due {
  readonly wanted: readonly URI[];
  readonly idle: readonly URI[];
}

/** Where files are, which of them are open, and what those see. */
interface Around {
  readonly files: FileSystemProvider;
  readonly documents: LangiumDocuments;
  readonly open: TextDocuments<TextDocument>;
  readonly folders: WorkspaceFolders;
  readonly visibility: Visibility;
}

/**
 * A file that was opened without its folder imports from that folder all the same. What it imports is read from disk as long as a text
 * that is open needs it; in a folder of the workspace every file is read at start.
 */
export class LoneFiles {
  private readonly read = new Map<string, URI>();

  constructor(private readonly around: Around) {}

  /** Files to read, and files that nothing open imports any more. */
  async due(): Promise<Due> {
    const { files, documents, open: texts, folders, visibility } = this.around;
    const needed = new Set<string>();
    const missing = new Map<string, { readonly uri: URI; readonly folder: URI }>();
    for (const open of documents.all) {
      if (!this.isLone(open.uri) || texts.get(open.uri) === undefined) continue;
      for (const document of visibility.closureNow(open)) {
        needed.add(document.uri.toString());
        for (const { path } of importsOf(document)) {
          const target = written(path) === undefined ? undefined : importTarget(document.uri, path, folders);
          if (target !== undefined && 'uri' in target && target.uri.path.endsWith('.meter')) {
            missing.set(target.uri.toString(), { uri: target.uri, folder: UriUtils.dirname(open.uri) });
          }
        }
      }
    }
    const wanted: URI[] = [];
    for (const { uri, folder } of missing.values()) {
      if (!documents.hasDocument(uri) && (await isReachedWithoutLinks(uri, folder, files))) wanted.push(uri);
    }
    const idle = [...this.read.values()].filter((uri) => !needed.has(uri.toString()) && texts.get(uri) === undefined);
    for (const uri of idle) this.read.delete(uri.toString());
    for (const uri of wanted) this.read.set(uri.toString(), uri);
    return { wanted, idle };
  }

  private isLone(uri: URI): boolean {
    return uri.scheme === 'file' && !this.around.folders.holds(uri);
  }
}
