import type { URI } from 'langium';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { protocolEdits, type Edit } from '../language/writing/index.js';
import type { Snapshot } from '../workspace/index.js';

export interface NewFile {
  readonly uri: URI;
  readonly text: string;
}

/** Edits in the terms of the protocol. */
export function workspaceEdit(edits: readonly Edit[], snapshot: Snapshot, created?: NewFile): WorkspaceEdit {
  const changes = protocolEdits(edits, (uri) => snapshot.documentAt(uri)?.textDocument);
  if (created === undefined) return { changes };
  const uri = created.uri.toString();
  const zero = { line: 0, character: 0 };
  const all: [string, TextEdit[]][] = [[uri, [{ range: { start: zero, end: zero }, newText: created.text }]], ...Object.entries(changes)];
  const changed = all.map(([at, own]): TextDocumentEdit => ({ textDocument: { uri: at, version: null }, edits: own }));
  return { documentChanges: [{ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } }, ...changed] };
}
