import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmptyFileSystem, URI, type LangiumDocument } from 'langium';
import { catalogueFiles } from '../catalogue/index.js';
import { importsOf, importTarget, catalogueUri, isBuiltIn } from '../language/names/imports.js';
import { createMeterServices } from '../language/services.js';
import type { MeterSharedServices } from '../language/module.js';
import type { DecisionRule } from '../language/names/decision-files.js';
import { disk, leadsOut, readTexts, type Source, type Unreadable } from './files.js';

export interface Loaded {
  readonly shared: MeterSharedServices;
  /** The files that were asked for and those they import, in order; not the catalogue. */
  readonly documents: readonly LangiumDocument[];
  readonly unreadable: readonly Unreadable[];
}

/** Loads the built-in catalogue, the given files and everything they import inside the root folders; builds and checks all of it. */
export async function load(
  files: readonly string[],
  roots: readonly string[],
  { source = disk, decisions = [] }: { readonly source?: Source; readonly decisions?: readonly DecisionRule[] } = {},
): Promise<Loaded> {
  const { shared } = createMeterServices(EmptyFileSystem);
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
  shared.meter.WorkspaceFolders.set(roots.map((root) => URI.file(root)));
  shared.meter.DecisionFiles.set(decisions);
  const unreadable: Unreadable[] = [];
  const add = (uri: URI, text: string): LangiumDocument => {
    const document = LangiumDocumentFactory.fromString(text, uri);
    LangiumDocuments.addDocument(document);
    return document;
  };

  const folder = catalogueFolder();
  const catalogue = await readTexts(catalogueFiles.map((file) => path.join(folder, file)));
  unreadable.push(...catalogue.unreadable);
  for (const file of catalogueFiles) {
    const text = catalogue.texts.get(path.join(folder, file));
    if (text !== undefined) add(catalogueUri(file), text);
  }

  const documents: LangiumDocument[] = [];
  let wanted = files;
  while (wanted.length > 0) {
    // What was named itself is read wherever it lies; what it imports stays inside.
    const { texts, unreadable: failed } = await source.read(wanted, wanted === files ? undefined : roots);
    unreadable.push(...failed.filter(({ path: file, reason }) => reason === leadsOut || files.includes(file)));
    const added = wanted.flatMap((file) => {
      const text = texts.get(file);
      return text === undefined ? [] : [add(URI.file(file), text)];
    });
    documents.push(...added);
    wanted = added.flatMap((document) => importedFiles(document, shared));
  }
  await DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: true });
  return { shared, documents: documents.filter((document) => !isBuiltIn(document.uri)), unreadable };
}

/** Imports that stay inside and are not loaded yet. */
function importedFiles(document: LangiumDocument, shared: MeterSharedServices): string[] {
  const targets = importsOf(document).flatMap(({ path: written }) => {
    const target = written === undefined ? undefined : importTarget(document.uri, written, shared.meter.WorkspaceFolders);
    return target !== undefined && 'uri' in target && !shared.workspace.LangiumDocuments.hasDocument(target.uri) ? [target.uri.fsPath] : [];
  });
  return [...new Set(targets)];
}

/** The folder `catalogue` beside the bundle's folder, or, run from source, beside this one. */
function catalogueFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'catalogue', 'profiles'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('the built-in catalogue is missing: install Meterlint again');
    folder = parent;
  }
  return path.join(folder, 'catalogue');
}
