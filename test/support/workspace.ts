import '../../tools/group-by.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { URI, type LangiumDocument } from 'langium';
import { catalogueFiles } from '../../catalogue/index.js';
import type { MeterCoreServices, MeterSharedServices } from '../../language/module.js';
import type { Mistake } from '../../language/wellformed/mistake.js';
import { messageOf } from '../../language/wellformed/words/index.js';
import { openWorkspace, readBuilt, writeBuilt, type BuiltCatalogue, type Snapshot } from '../../workspace/index.js';

export const root = path.resolve(import.meta.dirname, '../..');
const catalogueFolder = path.join(root, 'catalogue');

let catalogueTexts: Map<string, string> | undefined;

/** The built-in catalogue's texts by file name. */
export function builtInCatalogue(): ReadonlyMap<string, string> {
  catalogueTexts ??= new Map(catalogueFiles.map((file) => [file, readFileSync(path.join(catalogueFolder, file), 'utf8')]));
  return catalogueTexts;
}

/** A state of a workspace that tests move on. */
export interface Workspace {
  readonly snapshot: Snapshot;
  readonly shared: MeterSharedServices;
  readonly services: MeterCoreServices;
  /** Sets a file's text (undefined deletes it). */
  update(file: string, text: string | undefined): Promise<void>;
  document(file: string): LangiumDocument;
  /** What is wrong with the writing of a file, with what is said of it. */
  mistakes(file: string): readonly ToldMistake[];
  readonly uri: (file: string) => URI;
}

export type ToldMistake = Mistake & { readonly message: string };

export function spoken(mistake: Mistake): ToldMistake {
  return { ...mistake, message: messageOf(mistake) };
}

const date = '2026-11-24';
let empty: Promise<Snapshot> | undefined;

/** The built-in catalogue is read once for all tests of a process, unless one wants its trees for itself. */
async function opened(files: ReadonlyMap<string, string>, catalogue: boolean): Promise<Snapshot> {
  const folders = [URI.parse('file:///ws')];
  if (!catalogue) return openWorkspace({ files, folders, builtIn: new Map(), date });
  empty ??= openWorkspace({ files: new Map(), folders, builtIn: builtInCatalogue(), date });
  return (await empty).with({ files });
}

let built: Promise<BuiltCatalogue> | undefined;

/** The built-in catalogue as it is compiled when the product is built; once for all tests of a process. */
export function builtCatalogue(): Promise<BuiltCatalogue> {
  return (built ??= opened(new Map(), true).then(({ shared }) => readBuilt(writeBuilt(shared), (file) => builtInCatalogue().get(file)!)));
}

/** A workspace in memory: files by name below `/ws/`, with the built-in catalogue unless told otherwise. */
export async function createWorkspace(files: Readonly<Record<string, string>>, options: { catalogue?: boolean } = {}): Promise<Workspace> {
  const uri = (file: string) => URI.parse(`file:///ws/${file}`);
  const texts = new Map(Object.entries(files).map(([file, text]) => [uri(file).toString(), text]));
  let snapshot = await opened(texts, options.catalogue !== false);
  return {
    get snapshot() {
      return snapshot;
    },
    get shared() {
      return snapshot.shared;
    },
    get services() {
      return snapshot.shared.ServiceRegistry.all[0] as MeterCoreServices;
    },
    uri,
    document: (file) => {
      const document = snapshot.documentAt(uri(file).toString());
      if (document === undefined) throw new Error(`no ${file}`);
      return document;
    },
    mistakes: (file) => snapshot.mistakes(uri(file).toString()).map(spoken),
    update: async (file, text) => {
      snapshot = await snapshot.with({ files: new Map([[uri(file).toString(), text]]) });
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
