/**
 * The built-in catalogue as data: read, linked and compiled once when the product is built, so that no start has to read its files. Their
 * trees are made when somebody opens one or follows a name into it. May import the rest of the language; nothing but its container and
 * what opens workspaces imports it.
 */
import { URI } from 'langium';
import type { MeterSharedServices } from '../module.js';
import type { Catalogue, Definition } from '../model/catalogue.js';
import type { SourceRange } from '../source/range.js';
import { isBuiltIn } from '../names/imports.js';
import { lateDocument } from '../parsing/late-document.js';
import { catalogueData, catalogueFrom, type CatalogueData } from './data.js';
import { descriptionsFrom, namesOfFiles, type FileNames } from './names.js';

interface BuiltData extends CatalogueData {
  readonly files: readonly FileNames[];
}

/** The built-in catalogue, ready to be put under a workspace. The same for all workspaces. */
export interface BuiltCatalogue {
  readonly catalogue: Catalogue;
  readonly ranges: ReadonlyMap<object, SourceRange>;
  readonly files: readonly FileNames[];
  /** The text of one of its files, by its path in the catalogue; read when it is needed. */
  readonly textOf: (file: string) => string;
}

/** Writes the catalogue of a container that has read and linked its files. */
export function writeBuilt({ workspace, meter }: MeterSharedServices): string {
  const sources = meter.Designs.sources();
  const data = catalogueData(meter.Designs.catalogue(), (definition: Definition) => sources.rangeOf(definition));
  const uris = workspace.LangiumDocuments.all.map(({ uri }) => uri).filter(isBuiltIn);
  const built: BuiltData = { ...data, files: namesOfFiles(uris.toArray(), { workspace } as MeterSharedServices) };
  return JSON.stringify(built);
}

export function readBuilt(text: string, textOf: (file: string) => string): BuiltCatalogue {
  const data = JSON.parse(text) as BuiltData;
  return { ...catalogueFrom(data), files: data.files, textOf };
}

/** Puts the catalogue under a workspace that has none. */
export function adoptBuilt(built: BuiltCatalogue, shared: MeterSharedServices): void {
  const { LangiumDocuments, IndexManager } = shared.workspace;
  for (const file of built.files) {
    const uri = URI.parse(file.uri);
    const parser = () => shared.ServiceRegistry.getServices(uri).parser.LangiumParser;
    LangiumDocuments.addDocument(lateDocument(uri, () => built.textOf(uri.path.slice(1)), parser));
    IndexManager.adopt(uri, descriptionsFrom(file));
  }
  shared.meter.Designs.adopt(built.catalogue, built.ranges);
}
