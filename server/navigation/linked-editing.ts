import type { LangiumDocument } from 'langium';
import type { LinkedEditingRanges, TextDocumentPositionParams } from 'vscode-languageserver';
import type { RenameProvider } from 'langium/lsp';
import { targetAt, type WithNames } from './target.js';

/** Names, and what may be renamed. */
type Renaming = WithNames & { readonly lsp: { readonly RenameProvider?: RenameProvider } };

/** What may be typed without leaving the mode: also a `-` that waits for its next letter. */
const wordPattern = '[\\w.\\-\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0370-\\u1FFF\\u3040-\\uD7FF]+';

/**
 * A name's declaration and its uses, which an editor changes together while one of them is typed. Nothing where another
 * file has a part in it: the editor changes one file only. Nothing, too, where the name could not be renamed.
 */
export async function linkedEditing(
  services: Renaming,
  document: LangiumDocument,
  params: TextDocumentPositionParams,
): Promise<LinkedEditingRanges | undefined> {
  const target = targetAt(services, document, params.position);
  if (target === undefined || !(await mayRename(services, document, params))) return undefined;
  const places = services.references.References.findReferences(target, { includeDeclaration: true }).toArray();
  const here = document.uri.toString();
  if (places.some(({ sourceUri }) => sourceUri.toString() !== here)) return undefined;
  const ranges = places.map(({ segment }) => segment.range);
  // The protocol wants the same text everywhere; a name may not be, in a text that is worked on at this moment.
  const same = ranges.every((range) => document.textDocument.getText(range) === target.name);
  return same ? { ranges, wordPattern } : undefined;
}

async function mayRename(services: Renaming, document: LangiumDocument, params: TextDocumentPositionParams): Promise<boolean> {
  try {
    return (await services.lsp.RenameProvider?.prepareRename(document, params)) !== undefined;
  } catch {
    return false;
  }
}
