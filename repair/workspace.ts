import { DocumentState, EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import { isBuiltIn } from '../language/names/imports.js';
import type { MeterSharedServices } from '../language/module.js';
import { createMeterServices } from '../language/services.js';
import { editedFiles, type Edit } from '../language/writing/index.js';

/** The workspace of some services again in services of its own, for trying edits in; not yet built. */
export function copied(original: MeterSharedServices): MeterSharedServices {
  const { shared } = createMeterServices(EmptyFileSystem);
  shared.meter.WorkspaceFolders.set(original.meter.WorkspaceFolders.all());
  for (const document of original.workspace.LangiumDocuments.all) add(shared, document.uri, document.textDocument.getText());
  return shared;
}

/** Puts other texts in the place of files and builds what that changes. */
export async function replaceTexts(shared: MeterSharedServices, texts: ReadonlyMap<string, string>, validation: boolean): Promise<void> {
  const { LangiumDocuments, DocumentBuilder } = shared.workspace;
  for (const [uri, text] of texts) {
    LangiumDocuments.deleteDocument(URI.parse(uri));
    add(shared, URI.parse(uri), text);
  }
  for (const document of LangiumDocuments.all) {
    // References into a replaced file lead to what stood there before.
    if (!isBuiltIn(document.uri) && document.state > DocumentState.ComputedScopes) {
      DocumentBuilder.resetToState(document, DocumentState.ComputedScopes);
    }
  }
  await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation });
}

function add(shared: MeterSharedServices, uri: URI, text: string): LangiumDocument {
  const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
  shared.workspace.LangiumDocuments.addDocument(document);
  return document;
}

/** The texts of files after edits that do not touch each other, by address. */
export function textsAfter(edits: readonly Edit[], { workspace: { LangiumDocuments } }: MeterSharedServices): Map<string, string> {
  return editedFiles(edits, (uri) => LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText() ?? '');
}
