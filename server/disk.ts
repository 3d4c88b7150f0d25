import { readFileSync } from 'node:fs';
import { lstat, opendir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readBuilt, type BuiltCatalogue } from '../workspace/index.js';
import { Unread } from './unread.js';
import { URI, type FileSystemNode, type FileSystemProvider } from 'langium';

const largestFile = 10_000_000;

/**
 * Reads the disk and never fails: a file that cannot be read, vanished or is no text is an empty one, and `report` is told
 * why. Langium's own provider lets one such file keep the whole workspace from ever being ready.
 */
export function createDisk(report: (message: string) => void, unread = new Unread()): FileSystemProvider {
  const read = async (uri: URI): Promise<string> => {
    if (uri.scheme !== 'file') return '';
    try {
      const entry = await lstat(uri.fsPath);
      if (!entry.isFile()) return '';
      if (entry.size > largestFile) throw new Error(`it is larger than ${largestFile / 1_000_000} MB`);
      const text = decode(await readFile(uri.fsPath));
      unread.tell(uri, undefined);
      return text;
    } catch (error) {
      report(`Not read: ${uri.fsPath}: ${error instanceof Error ? error.message : String(error)}`);
      // What has vanished belongs to the workspace no more.
      unread.tell(uri, isGone(error) ? undefined : reasonOf(error));
      return '';
    }
  };
  return {
    stat: async (uri) => {
      const entry = await lstat(uri.fsPath);
      return { uri, isFile: entry.isFile(), isDirectory: entry.isDirectory() };
    },
    statSync: (uri) => ({ uri, isFile: true, isDirectory: false }),
    exists: async (uri) =>
      stat(uri.fsPath).then(
        () => true,
        () => false,
      ),
    existsSync: () => false,
    readBinary: async (uri) => new Uint8Array(await readFile(uri.fsPath)),
    readBinarySync: () => new Uint8Array(),
    readFile: read,
    readFileSync: () => '',
    readDirectory: async (uri) => {
      const entries: FileSystemNode[] = [];
      try {
        // Symbolic links are neither files nor folders here: none is followed, so that none leads out or in circles.
        for await (const entry of await opendir(uri.fsPath)) {
          entries.push({ uri: URI.file(path.join(uri.fsPath, entry.name)), isFile: entry.isFile(), isDirectory: entry.isDirectory() });
        }
      } catch (error) {
        report(`Folder not read: ${uri.fsPath}: ${error instanceof Error ? error.message : String(error)}`);
      }
      return entries;
    },
    readDirectorySync: () => [],
  };
}

function isGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Without what systems say in their own words: a report shows it, and must not tell paths of a machine. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return message;
  return code === 'EACCES' || code === 'EPERM' ? 'access is denied' : `the system says ${code}`;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text');
  }
}

/** The built-in catalogue as it was compiled; the texts of its files are read when somebody wants to see one. */
export async function readBuiltIn(compiled: string, folder: string): Promise<BuiltCatalogue> {
  return readBuilt(await readFile(compiled, 'utf8'), (file) => readFileSync(path.join(folder, file), 'utf8'));
}
