import type { Edit, Replacement } from './edit.js';
import { endedAs } from './line-ends.js';

/** A text whose lines are counted, as documents of Langium and of editors are. */
export interface CountedText {
  getText(): string;
  positionAt(offset: number): ProtocolPosition;
}

interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

/** An edit in the terms of the Language Server Protocol. */
export interface ProtocolEdit {
  readonly range: { readonly start: ProtocolPosition; readonly end: ProtocolPosition };
  readonly newText: string;
}

/** A replacement as editors make it: by line and character, with the line ends that it takes in its text. */
export function protocolEdit(document: CountedText, one: Replacement): ProtocolEdit {
  return {
    range: { start: document.positionAt(one.start), end: document.positionAt(one.end) },
    newText: endedAs(document.getText(), one),
  };
}

/** Edits by the addresses of their files; those of a file that is not there are left out. */
export function protocolEdits(
  edits: readonly Edit[],
  documentAt: (uri: string) => CountedText | undefined,
): Record<string, ProtocolEdit[]> {
  const changes: Record<string, ProtocolEdit[]> = {};
  for (const edit of edits) {
    const document = documentAt(edit.uri);
    if (document !== undefined) (changes[edit.uri] ??= []).push(protocolEdit(document, edit));
  }
  return changes;
}
