import { DocumentState, EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import { isBuiltIn } from '../language/names/imports.js';
import type { MeterSharedServices } from '../language/module.js';
import { createMeterServices } from '../language/services.js';

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

/** A replacement between two offsets of a file. */
export interface Replacement {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The texts of files after replacements that do not touch each other, in any order. */
export function edited(shared: MeterSharedServices, replacements: readonly Replacement[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const uri of new Set(replacements.map((one) => one.uri))) {
    const text = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText() ?? '';
    texts.set(
      uri,
      replaced(
        text,
        replacements.filter((one) => one.uri === uri),
      ),
    );
  }
  return texts;
}

/** New lines end as those of the text do. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  let [result, from] = ['', 0];
  for (const { start, end, newText } of [...replacements].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, start) + newText.replaceAll(/\r?\n/g, newline);
    from = end;
  }
  return result + text.slice(from);
}
