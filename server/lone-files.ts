import { UriUtils, type URI } from 'langium';
import { importsOf, importTarget } from '../language/names/imports.js';
import { isReachedWithoutLinks } from './links.js';
import type { MeterServerSharedServices } from './module.js';
import { written } from '../language/parsing/written.js';

/**
 * A file that was opened without its folder imports from that folder all the same. What it imports is read from disk as long as a text
 * that is open needs it; in a folder of the workspace every file is read at start.
 */
export class LoneFiles {
  private readonly read = new Map<string, URI>();

  constructor(private readonly shared: MeterServerSharedServices) {}

  /** Files to read, and files that nothing open imports any more. */
  async due(): Promise<{ readonly wanted: URI[]; readonly idle: URI[] }> {
    const { FileSystemProvider, LangiumDocuments, TextDocuments } = this.shared.workspace;
    const needed = new Set<string>();
    const missing = new Map<string, { readonly uri: URI; readonly folder: URI }>();
    for (const open of LangiumDocuments.all) {
      if (!this.isLone(open.uri) || TextDocuments.get(open.uri) === undefined) continue;
      for (const document of this.shared.meter.Visibility.closureNow(open)) {
        needed.add(document.uri.toString());
        for (const { path } of importsOf(document)) {
          const target = written(path) === undefined ? undefined : importTarget(document.uri, path, this.shared.meter.WorkspaceFolders);
          if (target !== undefined && 'uri' in target && target.uri.path.endsWith('.meter')) {
            missing.set(target.uri.toString(), { uri: target.uri, folder: UriUtils.dirname(open.uri) });
          }
        }
      }
    }
    const wanted: URI[] = [];
    for (const { uri, folder } of missing.values()) {
      if (!LangiumDocuments.hasDocument(uri) && (await isReachedWithoutLinks(uri, folder, FileSystemProvider))) wanted.push(uri);
    }
    const idle = [...this.read.values()].filter((uri) => !needed.has(uri.toString()) && TextDocuments.get(uri) === undefined);
    for (const uri of idle) this.read.delete(uri.toString());
    for (const uri of wanted) this.read.set(uri.toString(), uri);
    return { wanted, idle };
  }

  private isLone(uri: URI): boolean {
    return uri.scheme === 'file' && !this.shared.meter.WorkspaceFolders.holds(uri);
  }
}
