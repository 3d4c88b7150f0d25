import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { URI } from 'langium';
import { catalogueFiles } from '../catalogue/index.js';
import type { DecisionRule } from '../language/names/decision-files.js';
import { openWorkspace, readBuilt, type BuiltIn, type Snapshot } from '../workspace/index.js';
import { disk, leadsOut, type FileSource, type Texts, type Unreadable } from './files.js';
import { today } from './today.js';

export interface Loaded {
  readonly snapshot: Snapshot;
  readonly unreadable: readonly Unreadable[];
}

export interface LoadOptions {
  readonly source?: FileSource;
  readonly decisions?: readonly DecisionRule[];
  /** The texts of the given files, where they are read already. */
  readonly named?: Texts;
  /** What could not be read before. */
  readonly unreadable?: readonly Unreadable[];
  /** Texts by path of files that are seen, and not reviewed. */
  readonly seen?: ReadonlyMap<string, string>;
  /** The built-in catalogue, where it is read already. */
  readonly builtIn?: BuiltIn | undefined;
}

/** Loads the built-in catalogue, the given files and everything they import inside the root folders, as of today. */
export async function loadFiles(files: readonly string[], roots: readonly string[], options: LoadOptions = {}): Promise<Loaded> {
  const { source = disk, decisions = [], seen = new Map<string, string>() } = options;
  const unreadable: Unreadable[] = [...(options.unreadable ?? [])];
  // What was named itself is read wherever it lies; what it imports stays inside.
  const named = options.named ?? (await source.read(files));
  unreadable.push(...named.unreadable);
  const snapshot = await openWorkspace(
    {
      files: byAddress([...seen, ...named.texts]),
      folders: roots.map((root) => URI.file(root)),
      decisions,
      builtIn: options.builtIn ?? (await builtInCatalogue()),
      asked: new Set(files.map(addressOf)),
      date: today(),
    },
    async (uris) => {
      const read = await source.read(
        uris.map(({ fsPath }) => fsPath),
        roots,
      );
      unreadable.push(...read.unreadable.filter(({ reason }) => reason === leadsOut));
      return byAddress(read.texts);
    },
  );
  const reasons = new Map(unreadable.map(({ path: file, reason }) => [addressOf(path.resolve(file)), reason]));
  return { snapshot: await snapshot.with({ unreadable: reasons }), unreadable };
}

export function addressOf(file: string): string {
  return URI.file(file).toString();
}

function byAddress(texts: Iterable<readonly [string, string]>): Map<string, string> {
  return new Map([...texts].map(([file, text]) => [addressOf(file), text]));
}

/** As it was compiled beside the bundle; run from source, as its files say. */
async function builtInCatalogue(): Promise<BuiltIn> {
  const folder = catalogueFolder();
  const built = fileURLToPath(new URL('../catalogue.json', import.meta.url));
  if (existsSync(built)) return readBuilt(await readFile(built, 'utf8'), (file) => readFileSync(path.join(folder, file), 'utf8'));
  const texts = await Promise.all(catalogueFiles.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')] as const));
  return new Map(texts);
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
