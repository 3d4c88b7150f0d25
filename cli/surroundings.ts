import path from 'node:path';
import { URI } from 'langium';
import { neighboursThatMatter, type Neighbour } from '../workspace/index.js';
import type { FileSource } from './files.js';
import type { Project } from './project.js';
import { warn } from './warn.js';

export interface Seen {
  /** Texts by path of the files that are seen, and not asked for. */
  readonly texts: ReadonlyMap<string, string>;
  /** The folders that imports may not leave. */
  readonly folders: readonly string[];
}

export interface NamedFrom {
  readonly root: string;
  readonly project: Project;
  readonly source: FileSource;
  readonly isLeftOut: (file: string) => boolean;
}

/**
 * What the rest of the project says to files: its definitions are seen from all of them, and what imports a file says whether its imports
 * are needed and which designs it is part of. So a file that is named alone means what it means with all the others.
 */
export async function seenFrom(
  named: ReadonlyMap<string, string>,
  paths: readonly string[],
  { root, project, source, isLeftOut }: NamedFrom,
): Promise<Seen> {
  // What was named elsewhere has nothing to do with the project of the current folder.
  const isOurs = paths.every((given) => isInFolder(path.resolve(given), project.folder));
  const folder = isOurs ? project.folder : root;
  const folders = isInFolder(root, folder) && project.file !== undefined ? [folder] : [root];
  if (paths.some((given) => path.resolve(given) === folder)) return { texts: new Map(), folders };
  const { texts, isWhole } = await source.around(folder, isLeftOut);
  if (!isWhole) {
    const where = path.relative(process.cwd(), folder) || '.';
    warn(
      `${where} holds too much to be looked through: what the rest of it defines is not known; put a meterlint.json into the folder of the project`,
    );
  }
  const matter = neighboursThatMatter(asNeighbours(named), asNeighbours(texts));
  return { texts: new Map(matter.map(({ uri, text }) => [uri.fsPath, text])), folders };
}

function asNeighbours(texts: ReadonlyMap<string, string>): Neighbour[] {
  return [...texts].map(([file, text]) => ({ uri: URI.file(file), text }));
}

/** Whether a path is a folder or lies below it. */
export function isInFolder(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
