import path from 'node:path';
import { oneLine } from '../report/clean.js';
import { git } from './git-run.js';
import { largestFile, mostAround, type FileSource, type Unreadable } from './files.js';
import { UsageError } from './usage.js';

/** The `.meter` files of a revision, read from Git's store: the work tree is neither read nor touched. */
export interface Revision {
  readonly source: FileSource;
  /** The folder or file that is meant, as a full path in the work tree. */
  readonly start: string;
  /** Whether a revision was named without a path, and has no designs yet, or no more. */
  readonly hasNoDesigns: boolean;
}

interface Blob {
  readonly id: string;
  readonly size: number;
}

/** Opens `REV` (its files below the current folder) or `REV:path`; undefined where Git knows no such revision here. */
export async function openRevision(given: string): Promise<Revision | undefined> {
  if (given.startsWith('-')) throw new UsageError(`'${given}' begins with a dash: that is neither a path nor a revision`);
  const colon = given.indexOf(':');
  const [name, below] = colon === -1 ? [given, undefined] : [given.slice(0, colon), given.slice(colon + 1)];
  if (name === '' || /[\0\n]/.test(given)) return undefined;
  const top = (await git(['rev-parse', '--show-toplevel'], refuse))?.toString('utf8').replace(/\r?\n$/, '');
  const commit = (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))?.toString('utf8').trim();
  if (top === undefined || top === '' || commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  const start = startOf(path.resolve(top), below);
  const blobs = await listed(path.resolve(top), commit);
  const found = [...blobs.keys()]
    .filter((file) => file === start || file.startsWith(start.endsWith(path.sep) ? start : start + path.sep))
    .sort();
  return {
    start,
    hasNoDesigns: below === undefined && found.length === 0,
    source: {
      find: (_paths, isLeftOut) =>
        Promise.resolve(
          found.length > 0
            ? { files: found.filter((file) => file === start || !isLeftOut(file)), unreadable: [] }
            : { files: [], unreadable: [{ path: given, reason: 'there is no .meter file of that revision' }] },
        ),
      around: async (folder, isLeftOut) => {
        const below = [...blobs.keys()].filter((file) => file.startsWith(folder + path.sep) && !isLeftOut(file)).sort();
        const { texts } = await readBlobs(below.slice(0, mostAround.files), blobs);
        return { texts, isWhole: below.length <= mostAround.files };
      },
      read: (files) => readBlobs(files, blobs),
    },
  };
}

/** As Git has it: from the top of the repository, or with ./ or ../ from the current folder. */
function startOf(top: string, below: string | undefined): string {
  if (below === undefined) return process.cwd();
  const start = /^\.\.?(\/|$)/.test(below) ? path.resolve(below) : path.join(top, below);
  const full = start.length > 1 && start.endsWith(path.sep) ? start.slice(0, -1) : start;
  if (full !== top && !full.startsWith(top + path.sep)) throw new UsageError(`':${below}' leads out of the repository`);
  return full;
}

/** All `.meter` files of a commit; no symbolic links, no submodules, no hidden folders. */
async function listed(top: string, commit: string): Promise<Map<string, Blob>> {
  let why = '';
  const told = await git(['ls-tree', '-r', '-z', '-l', '--full-tree', commit], (reason) => (why = reason));
  if (told === undefined) {
    if (/promisor|not allowed/.test(why)) {
      throw new UsageError(`${commit} is not all in this clone, and nothing is fetched: \`git fetch --refetch\` brings it`);
    }
    throw new UsageError(`git cannot list the files of ${commit}: ${oneLine(why)}`);
  }
  const blobs = new Map<string, Blob>();
  for (const entry of told.toString('utf8').split('\0')) {
    const match = /^100(?:644|755|664) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(entry);
    if (match === null) continue;
    const [, id, size, file] = match;
    const folders = file!.split('/').slice(0, -1);
    if (!file!.endsWith('.meter') || folders.some((folder) => folder.startsWith('.') || folder === 'node_modules')) continue;
    blobs.set(path.join(top, ...file!.split('/')), { id: id!, size: Number(size) });
  }
  return blobs;
}

async function readBlobs(files: readonly string[], blobs: ReadonlyMap<string, Blob>) {
  const texts = new Map<string, string>();
  const unreadable: Unreadable[] = [];
  for (const file of files) {
    const blob = blobs.get(file);
    if (blob === undefined) continue;
    if (blob.size > largestFile) {
      unreadable.push({ path: file, reason: `it is larger than ${largestFile / 1_000_000} MB` });
      continue;
    }
    const bytes = await git(['cat-file', 'blob', blob.id]);
    try {
      if (bytes === undefined) throw new Error('git cannot read it');
      texts.set(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch (error) {
      unreadable.push({ path: file, reason: error instanceof TypeError ? 'it is not UTF-8 text' : 'git cannot read it' });
    }
  }
  return { texts, unreadable };
}

/** Tells why Git reads nothing here, unless there is no repository: one of another owner, as containers have it, or no Git at all. */
function refuse(reason: string): void {
  if (!reason.includes('not a git repository')) throw new UsageError(`git does not read this folder: ${oneLine(reason)}`);
}
