import '../../tools/group-by.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DocumentState, EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import { catalogueFiles } from '../../catalogue/index.js';
import type { MeterCoreServices, MeterSharedServices } from '../../language/module.js';
import { catalogueUri } from '../../language/names/imports.js';
import { createMeterServices } from '../../language/services.js';

export const root = path.resolve(import.meta.dirname, '../..');
const catalogueFolder = path.join(root, 'catalogue');

let catalogueTexts: Map<string, string> | undefined;

/** The built-in catalogue's texts by file name. */
export function builtInCatalogue(): ReadonlyMap<string, string> {
  catalogueTexts ??= new Map(catalogueFiles.map((file) => [file, readFileSync(path.join(catalogueFolder, file), 'utf8')]));
  return catalogueTexts;
}

export interface Workspace {
  readonly shared: MeterSharedServices;
  readonly services: MeterCoreServices;
  /** Sets a file's text (undefined deletes it) and builds again. */
  update(file: string, text: string | undefined): Promise<void>;
  document(file: string): LangiumDocument;
  uri(file: string): URI;
}

/** A workspace in memory: files by name below `/ws/`, with the built-in catalogue unless told otherwise. */
export async function createWorkspace(files: Readonly<Record<string, string>>, options: { catalogue?: boolean } = {}): Promise<Workspace> {
  const { shared, meter: services } = createMeterServices(EmptyFileSystem);
  shared.meter.WorkspaceFolders.set([URI.parse('file:///ws')]);
  const uri = (file: string) => URI.parse(`file:///ws/${file}`);
  const add = (at: URI, text: string) =>
    shared.workspace.LangiumDocuments.addDocument(shared.workspace.LangiumDocumentFactory.fromString(text, at));
  if (options.catalogue !== false) for (const [file, text] of builtInCatalogue()) add(catalogueUri(file), text);
  for (const [file, text] of Object.entries(files)) add(uri(file), text);
  const build = () => shared.workspace.DocumentBuilder.build(shared.workspace.LangiumDocuments.all.toArray(), { validation: true });
  await build();
  return {
    shared,
    services,
    uri,
    document: (file) => {
      const document = shared.workspace.LangiumDocuments.getDocument(uri(file));
      if (document === undefined) throw new Error(`no ${file}`);
      return document;
    },
    update: async (file, text) => {
      if (shared.workspace.LangiumDocuments.hasDocument(uri(file))) shared.workspace.LangiumDocuments.deleteDocument(uri(file));
      if (text !== undefined) add(uri(file), text);
      for (const document of shared.workspace.LangiumDocuments.all) {
        if (document.uri.scheme === 'file') shared.workspace.DocumentBuilder.resetToState(document, DocumentState.Parsed);
      }
      await build();
    },
  };
}

/** What the parser and the linker say of all files, a line each. */
export function syntaxErrors(workspace: Workspace): string[] {
  return workspace.shared.workspace.LangiumDocuments.all
    .toArray()
    .flatMap((document) => [
      ...document.parseResult.lexerErrors.map((e) => `${document.uri.path}:${e.line}: ${e.message}`),
      ...document.parseResult.parserErrors.map((e) => `${document.uri.path}:${e.token.startLine}: ${e.message}`),
      ...document.references
        .filter((reference) => reference.error !== undefined)
        .map((reference) => `${document.uri.path}: ${reference.error!.message}`),
    ]);
}
