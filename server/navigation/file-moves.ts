import { GrammarUtils, URI, UriUtils, type LangiumDocument } from 'langium';
import type { FileOperationHandler } from 'langium/lsp';
import type { FileOperationOptions, RenameFilesParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Import } from '../../language/generated/ast.js';
import { contains } from '../../language/names/folders.js';
import { importsOf, importTarget, isBuiltIn } from '../../language/names/imports.js';
import { rangeOfCst } from '../../language/read/range.js';
import { inQuotes } from '../../language/writing/index.js';
import { protocolRangeOf } from '../range.js';
import type { MeterServerSharedServices } from '../module.js';
import { written } from '../../language/parsing/written.js';

type Move = (uri: URI) => URI;

/** Keeps imports right when files and folders are renamed or moved. */
export class MeterFileMoves implements FileOperationHandler {
  readonly fileOperationOptions: FileOperationOptions = {
    willRename: {
      filters: [
        { scheme: 'file', pattern: { glob: '**/*.meter', matches: 'file' } },
        { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
      ],
    },
  };

  constructor(private readonly shared: MeterServerSharedServices) {}

  async willRenameFiles({ files }: RenameFilesParams): Promise<WorkspaceEdit | null> {
    const { WorkspaceLock, WorkspaceManager } = this.shared.workspace;
    await WorkspaceManager.ready;
    // A file that was made just now may not have been read yet; that it is moved says that it is there.
    const named = new Set(files.map(({ oldUri }) => URI.parse(oldUri).toString()));
    return WorkspaceLock.read(() => this.edit(moveBy(files), named));
  }

  private edit(move: Move, named: ReadonlySet<string>): WorkspaceEdit | null {
    const changes: Record<string, TextEdit[]> = {};
    for (const document of this.shared.workspace.LangiumDocuments.all) {
      if (isBuiltIn(document.uri)) continue;
      const edits = importsOf(document).flatMap((node) => this.repair(document, node, move, named));
      if (edits.length > 0) changes[document.uri.toString()] = edits;
    }
    return Object.keys(changes).length > 0 ? { changes } : null;
  }

  /** A new path where the old one would not lead to the same file any more. */
  private repair(document: LangiumDocument, node: Import, move: Move, named: ReadonlySet<string>): TextEdit[] {
    const string = GrammarUtils.findNodeForProperty(node.$cstNode, 'path');
    if (written(node.path) === undefined || string === undefined) return [];
    const target = importTarget(document.uri, node.path, this.shared.meter.WorkspaceFolders);
    if (!('uri' in target)) return [];
    if (!named.has(target.uri.toString()) && !this.shared.workspace.LangiumDocuments.hasDocument(target.uri)) return [];
    const folder = UriUtils.dirname(move(document.uri));
    const to = move(target.uri);
    if (UriUtils.equals(UriUtils.resolvePath(folder, node.path), to)) return [];
    // What is no longer read as a design, or not with this workspace, no path leads to.
    const folders = this.shared.meter.WorkspaceFolders.of(document.uri);
    if (!to.path.endsWith('.meter') || !folders.some((one) => contains(one, to))) return [];
    const relative = UriUtils.relative(folder, to);
    if (/[\\\r\n]/.test(relative)) return [];
    const path = node.path.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative;
    return [{ range: protocolRangeOf(rangeOfCst(document, string)), newText: inQuotes(path) }];
  }
}

/** Where a file will be; of several moves that fit, the one of the innermost folder counts. */
function moveBy(files: RenameFilesParams['files']): Move {
  const moves = files
    .map(({ oldUri, newUri }) => ({ from: trimmed(URI.parse(oldUri)), to: trimmed(URI.parse(newUri)) }))
    .sort((a, b) => b.from.path.length - a.from.path.length);
  return (uri) => {
    const move = moves.find(({ from }) => UriUtils.equals(from, uri) || contains(from, uri));
    return move === undefined ? uri : move.to.with({ path: move.to.path + uri.path.slice(move.from.path.length) });
  };
}

function trimmed(uri: URI): URI {
  return uri.path.endsWith('/') ? uri.with({ path: uri.path.slice(0, -1) }) : uri;
}
