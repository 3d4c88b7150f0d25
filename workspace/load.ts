import { URI, type LangiumDocument } from 'langium';
import { adoptBuilt, type BuiltCatalogue } from '../language/built/index.js';
import type { MeterSharedServices } from '../language/module.js';
import type { DecisionRule } from '../language/names/decision-files.js';
import { catalogueUri, importsOf, importTarget, isBuiltIn } from '../language/names/imports.js';
import { createContainer } from './container.js';
import { written } from '../language/parsing/written.js';

/** The built-in catalogue: its texts by file name, as another workspace has read it already, or as data that was made of it. */
export type BuiltIn = ReadonlyMap<string, string> | MeterSharedServices | BuiltCatalogue;

/** What a workspace is made of. */
export interface Contents {
  /** Texts by address. */
  readonly files: ReadonlyMap<string, string>;
  /** Imports never lead out of the one that holds the importing file. */
  readonly folders?: readonly URI[];
  /** Which files may hold decisions; all of them where there is no rule. */
  readonly decisions?: readonly DecisionRule[];
}

/** Texts of files by address; what cannot be read is left out. */
export type ReadTexts = (uris: readonly URI[]) => Promise<ReadonlyMap<string, string>>;

/** Reads and links everything, with what is imported and not there yet where somebody can read it. */
export async function loadContents(
  { files, folders = [], decisions = [] }: Contents,
  builtIn: BuiltIn,
  read?: ReadTexts,
): Promise<MeterSharedServices> {
  const { shared } = createContainer();
  shared.meter.WorkspaceFolders.set(folders);
  shared.meter.DecisionFiles.set(decisions);
  const fresh: LangiumDocument[] = [];
  const add = (uri: URI, text: string): LangiumDocument => {
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
    shared.workspace.LangiumDocuments.addDocument(document);
    fresh.push(document);
    return document;
  };
  if ('meter' in builtIn) adopt(builtIn, shared);
  else if ('catalogue' in builtIn) adoptBuilt(builtIn, shared);
  else for (const [file, text] of builtIn) add(catalogueUri(file), text);
  let added = [...files].map(([address, text]) => add(URI.parse(address), text));
  while (read !== undefined && added.length > 0) {
    const wanted = added.flatMap((document) => missingImports(document, shared));
    const texts = await read([...new Map(wanted.map((uri) => [uri.toString(), uri])).values()]);
    added = [...texts].map(([address, text]) => add(URI.parse(address), text));
  }
  // Mistakes are found when somebody asks for them.
  await shared.workspace.DocumentBuilder.build(fresh, { validation: false });
  return shared;
}

/** Nothing in the built-in catalogue depends on a workspace, so that its trees serve all of them; only its names have to be made known. */
function adopt(other: MeterSharedServices, { workspace, meter }: MeterSharedServices): void {
  meter.Designs.follow(other.meter.Designs);
  for (const document of other.workspace.LangiumDocuments.all) {
    if (!isBuiltIn(document.uri)) continue;
    workspace.LangiumDocuments.addDocument(document);
    const names = other.workspace.IndexManager.allElements(undefined, new Set([document.uri.toString()]));
    workspace.IndexManager.adopt(document.uri, names.toArray());
  }
}

/** Imports that stay inside and are not loaded yet. */
function missingImports(document: LangiumDocument, shared: MeterSharedServices): URI[] {
  if (isBuiltIn(document.uri)) return [];
  return importsOf(document).flatMap(({ path }) => {
    const target = written(path) === undefined ? undefined : importTarget(document.uri, path, shared.meter.WorkspaceFolders);
    return target !== undefined && 'uri' in target && !shared.workspace.LangiumDocuments.hasDocument(target.uri) ? [target.uri] : [];
  });
}
