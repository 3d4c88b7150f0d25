import { AstUtils, URI, type AstNode, type LangiumDocuments, type ParseResult } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { modelOf } from '../language/parsing/model.js';
import { isNamed } from './navigation/target.js';

/**
 * Whether texts still say the same after a renaming. Every keyword may be a name, but not everywhere: as a name in its
 * place, `via` could be read as the clause that begins with it.
 */
export function staysReadable(
  edit: WorkspaceEdit,
  target: AstNode,
  newName: string,
  documents: LangiumDocuments,
  parse: (text: string) => ParseResult,
): boolean {
  return Object.entries(edit.changes ?? {}).every(([uri, edits]) => {
    const document = documents.getDocument(URI.parse(uri));
    if (document === undefined) return false;
    const text = TextDocument.applyEdits(document.textDocument, edits);
    const { value } = parse(text);
    return said(value) === said(modelOf(document), target, newName);
  });
}

/** Every node with its names and references, in the order of the text. */
function said(root: AstNode, renamed?: AstNode, newName?: string): string {
  const lines: string[] = [];
  for (const node of AstUtils.streamAst(root)) {
    const name = node === renamed ? newName : isNamed(node) ? node.name : '';
    const references = AstUtils.streamReferences(node).map(({ property, reference }) => {
      const leads = renamed !== undefined && 'ref' in reference && reference.ref === renamed;
      return `${property}=${(leads ? newName : reference.$refText) ?? ''}`;
    });
    lines.push(`${node.$type} ${name ?? ''} ${references.toArray().join(' ')}`);
  }
  return lines.join('\n');
}
