import { URI, UriUtils, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { Import } from '../generated/ast.js';
import { modelOf } from '../parsing/model.js';
import { contains, type WorkspaceFolders } from './folders.js';
import { written } from '../parsing/written.js';

export type ImportTarget = { readonly uri: URI } | { readonly problem: 'not a relative path' | 'outside the workspace' | 'not saved yet' };

const longestPath = 1024;

/** Where an import leads. Decided on the path's text alone: nothing is opened to find out. */
export function importTarget(from: URI, path: string, folders: WorkspaceFolders): ImportTarget {
  // Backslashes, schemes and drive letters mean different things on different systems; a relative path with `/` does not.
  if (path === '' || path.length > longestPath || path.startsWith('/') || /[\\\0]/.test(path) || /^[A-Za-z][\w+.-]*:/.test(path)) {
    return { problem: 'not a relative path' };
  }
  // A text that lies nowhere yet has no folder to start from.
  if (from.scheme === 'untitled') return { problem: 'not saved yet' };
  const uri = UriUtils.resolvePath(UriUtils.dirname(from), path);
  if (!folders.of(from).some((folder) => contains(folder, uri))) return { problem: 'outside the workspace' };
  return { uri };
}

export function importsOf(document: LangiumDocument): readonly Import[] {
  return modelOf(document).imports;
}

/** The files that a file imports itself, as far as they are there, in the order of its imports. */
export function importedBy(document: LangiumDocument, documents: LangiumDocuments, folders: WorkspaceFolders): LangiumDocument[] {
  return importsOf(document).flatMap(({ path }) => {
    if (written(path) === undefined) return [];
    const target = importTarget(document.uri, path, folders);
    return 'uri' in target ? (documents.getDocument(target.uri) ?? []) : [];
  });
}

/** The file and all files it imports, directly or through others: itself first, then depth first in the order of imports. */
export function importClosure(
  start: LangiumDocument,
  direct: (document: LangiumDocument) => readonly LangiumDocument[],
): LangiumDocument[] {
  const found = new Map<string, LangiumDocument>();
  const open = [start];
  while (open.length > 0) {
    const document = open.pop()!;
    const key = document.uri.toString();
    if (found.has(key)) continue;
    found.set(key, document);
    open.push(...direct(document).toReversed());
  }
  return [...found.values()];
}

/** Scheme of the built-in catalogue's documents: virtual, so that no editor can change them. */
export const catalogueScheme = 'meterlint-catalogue';

export function isBuiltIn(uri: URI): boolean {
  return uri.scheme === catalogueScheme;
}

export function catalogueUri(file: string): URI {
  return URI.from({ scheme: catalogueScheme, path: `/${file}` });
}
