import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** A path that could not be read, with the reason in words. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export const largestFile = 10_000_000;
/** What settings of a project may be long; somebody who needs more names folders instead of files. */
export const largestSettings = 1_000_000;
/** The reason of what was not read because a link leads to it from inside. */
export const leadsOut = 'a symbolic link leads out of the reviewed folder; copy the file into it';
const readsAtOnce = 16;

export interface FoundFiles {
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

export interface Texts {
  readonly texts: ReadonlyMap<string, string>;
  readonly unreadable: readonly Unreadable[];
}

export interface ProjectTexts {
  readonly texts: ReadonlyMap<string, string>;
  readonly isWhole: boolean;
}

/** Where designs come from: full paths of files, and their texts. */
export interface FileSource {
  readonly find: (paths: readonly string[], isLeftOut: (file: string) => boolean) => Promise<FoundFiles>;
  /**
   * What else lies below a folder, as far as it can be read: texts by full path, sorted, and whether that is all there is. It is looked at
   * for what it defines, so that what cannot be read is no mistake.
   */
  readonly around: (folder: string, isLeftOut: (file: string) => boolean) => Promise<ProjectTexts>;
  /** With `inside`, only what lies in one of those folders, wherever links lead. */
  readonly read: (files: readonly string[], inside?: readonly string[]) => Promise<Texts>;
}

export const disk: FileSource = { find: findFiles, read: readTexts, around: readAround };

/** How much of a project is looked at because one file of it was named: files, and entries of its folders. */
export const mostAround = { files: 5000, entries: 50_000 } as const;

async function readAround(folder: string, isLeftOut: (file: string) => boolean): Promise<ProjectTexts> {
  const files: string[] = [];
  const open = [folder];
  let entries = 0;
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const inside = await opendir(next).catch(() => undefined);
    if (inside === undefined) continue;
    const below: string[] = [];
    for await (const entry of inside) {
      if (++entries > mostAround.entries || files.length >= mostAround.files) return { ...(await readTexts(files)), isWhole: false };
      const full = path.join(next, entry.name);
      if (entry.isDirectory() && isVisible(entry.name)) below.push(full);
      else if (entry.isFile() && entry.name.endsWith('.meter') && !isLeftOut(full)) files.push(full);
    }
    open.push(...below.sort());
  }
  return { ...(await readTexts(files.sort())), isWhole: true };
}

function isVisible(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules';
}

/**
 * All `.meter` files below the given paths, each once, sorted. Hidden folders, `node_modules` and symbolic links are passed over, and
 * what is left out, unless it is named itself.
 */
export async function findFiles(paths: readonly string[], isLeftOut: (file: string) => boolean = () => false): Promise<FoundFiles> {
  const files = new Set<string>();
  const unreadable: Unreadable[] = [];
  for (const given of paths) {
    try {
      const entry = await stat(given);
      if (entry.isDirectory()) await walk(path.resolve(given), isLeftOut, files, unreadable);
      else if (entry.isFile()) files.add(path.resolve(given));
      else unreadable.push({ path: given, reason: 'it is neither a file nor a folder' });
    } catch (error) {
      unreadable.push({ path: given, reason: reasonOf(error) });
    }
  }
  return { files: [...files].sort(), unreadable };
}

async function walk(folder: string, isLeftOut: (file: string) => boolean, files: Set<string>, unreadable: Unreadable[]): Promise<void> {
  try {
    for await (const entry of await opendir(folder)) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (isVisible(entry.name)) await walk(full, isLeftOut, files, unreadable);
      } else if (entry.isFile() && entry.name.endsWith('.meter') && !isLeftOut(full)) files.add(full);
    }
  } catch (error) {
    unreadable.push({ path: folder, reason: reasonOf(error) });
  }
}

/**
 * Reads texts, a few at a time, so that thousands of files do not exhaust the handles of the system. With `inside`, no link leads out of
 * those folders: a report shows pieces of what was read.
 */
export async function readTexts(files: readonly string[], inside?: readonly string[]): Promise<Texts> {
  const texts = new Map<string, string>();
  const unreadable: Unreadable[] = [];
  const queue = [...files];
  const folders = inside && (await Promise.all(inside.map((folder) => realpath(folder).catch(() => folder))));
  const worker = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      try {
        if (folders !== undefined) await checkInside(file, folders);
        texts.set(file, await readText(file));
      } catch (error) {
        unreadable.push({ path: file, reason: reasonOf(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(readsAtOnce, files.length) }, worker));
  return { texts, unreadable };
}

/** The text of a file that is one, up to a size in bytes: a pipe or a device would be read for ever. */
export async function readText(file: string, largest = largestFile): Promise<string> {
  const entry = await stat(file);
  if (!entry.isFile()) throw new Error('it is not a file');
  if (entry.size > largest) throw new Error(`it is larger than ${largest / 1_000_000} MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    if (error instanceof TypeError) throw new Error('it is not UTF-8 text');
    throw error;
  }
}

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
};

export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return (code === undefined ? undefined : systemReasons[code]) ?? (error instanceof Error ? error.message : String(error));
}

async function checkInside(file: string, folders: readonly string[]): Promise<void> {
  const real = await realpath(file);
  if (!folders.some((folder) => isInside(real, folder))) throw new Error(leadsOut);
}

/** Whether a real path is a folder or lies in it. */
export function isInside(real: string, folder: string): boolean {
  const way = path.relative(folder, real);
  return way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
}
