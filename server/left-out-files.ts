import type { FileSystemProvider, LangiumDocument, LangiumDocuments, URI } from 'langium';
import type { TextDocuments } from 'langium/lsp';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { contains, type WorkspaceFolders } from '../language/names/folders.js';
import { importsOf, importTarget, isBuiltIn } from '../language/names/imports.js';
import { written } from '../language/parsing/written.js';
import { isReachedWithoutLinks } from './links.js';
import type { Due } from './lone-files.js';
import type { Projects } from './projects.js';

interface Around {
  readonly files: FileSystemProvider;
  readonly documents: LangiumDocuments;
  readonly open: TextDocuments<TextDocument>;
  readonly folders: WorkspaceFolders;
  readonly projects: Projects;
}

/**
 * A file that the project passes over is read all the same while it is open, or while a file that is reviewed imports it, itself or through
 * others. Both change with every edit, and what is passed over with every change of the project's settings.
 */
export class LeftOutFiles {
  constructor(private readonly around: Around) {}

  /** Files to read, and files that are read and that nobody needs any more. */
  async due(): Promise<Due> {
    const { files, documents, open, folders, projects } = this.around;
    if (!projects.leaveAnyOut) return { wanted: [], idle: [] };
    const ours = documents.all.filter(({ uri }) => !isBuiltIn(uri)).toArray();
    const isNeeded = ({ uri }: LangiumDocument) => !projects.leavesOut(uri) || open.get(uri) !== undefined;
    const { needed, missing } = this.importedFrom(ours.filter(isNeeded));
    const wanted: URI[] = [];
    for (const uri of missing) {
      const folder = folders.all().find((one) => contains(one, uri));
      if (folder !== undefined && (await isReachedWithoutLinks(uri, folder, files))) wanted.push(uri);
    }
    const idle = ours.filter((document) => !isNeeded(document) && !needed.has(document.uri.toString()));
    return { wanted, idle: idle.map(({ uri }) => uri) };
  }

  /** The files passed over that some files import, themselves or through each other, and those of them that are not read. */
  private importedFrom(queue: LangiumDocument[]): { readonly needed: ReadonlySet<string>; readonly missing: readonly URI[] } {
    const { documents, folders, projects } = this.around;
    const needed = new Set<string>();
    const missing: URI[] = [];
    for (let document = queue.pop(); document !== undefined; document = queue.pop()) {
      for (const { path } of importsOf(document)) {
        const target = written(path) === undefined ? undefined : importTarget(document.uri, path, folders);
        if (target === undefined || !('uri' in target) || !projects.leavesOut(target.uri) || needed.has(target.uri.toString())) continue;
        needed.add(target.uri.toString());
        const known = documents.getDocument(target.uri);
        if (known !== undefined) queue.push(known);
        else missing.push(target.uri);
      }
    }
    return { needed, missing };
  }
}
