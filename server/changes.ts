import { URI, type LangiumDocuments } from 'langium';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { newlineOf } from '../language/formatting/gaps.js';
import type { Replacement } from '../repair/workspace.js';
import type { TextEdit as FixEdit } from '../review/index.js';

/** Other text in the place of what stands between two offsets of a file. */
export type Change = Replacement;

export interface NewFile {
  readonly uri: URI;
  readonly text: string;
}

/** Changes as an edit of the protocol. Every file keeps the line ends that it has. */
export function workspaceEdit(changes: readonly Change[], documents: LangiumDocuments, created?: NewFile): WorkspaceEdit {
  const edits = new Map<string, TextEdit[]>();
  for (const { uri, start, end, newText } of changes) {
    const document = documents.getDocument(URI.parse(uri))?.textDocument;
    if (document === undefined) continue;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const edit = { range, newText: withNewlines(newText, newlineOf(document.getText())) };
    const known = edits.get(uri);
    if (known === undefined) edits.set(uri, [edit]);
    else known.push(edit);
  }
  if (created === undefined) return { changes: Object.fromEntries(edits) };
  const uri = created.uri.toString();
  const zero = { line: 0, character: 0 };
  const all: [string, TextEdit[]][] = [[uri, [{ range: { start: zero, end: zero }, newText: created.text }]], ...edits];
  const changed = all.map(([at, own]): TextDocumentEdit => ({ textDocument: { uri: at, version: null }, edits: own }));
  return { documentChanges: [{ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } }, ...changed] };
}

export function withNewlines(text: string, newline: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, newline);
}

export function changeOf({ uri, start, end, newText }: FixEdit): Change {
  return { uri, start: start.offset, end: end.offset, newText };
}
