import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix } from '../../review/index.js';

/** The text of a design with one fix in it. */
export function applied(text: string, { edits }: Fix): string {
  const document = TextDocument.create('file:///plan.meter', 'meter', 0, text);
  const changes = edits.map(({ start, end, newText }) => ({
    range: { start: document.positionAt(start.offset), end: document.positionAt(end.offset) },
    newText,
  }));
  return TextDocument.applyEdits(document, changes);
}
