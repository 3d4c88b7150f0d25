import { readTexts } from './files.js';
import { UsageError } from './usage.js';

/** Puts the paths that `@list.txt` holds, one a line, in its place. Lists do not hold lists. */
export async function withoutLists(paths: readonly string[]): Promise<string[]> {
  const all = await Promise.all(paths.map(async (given) => (given.startsWith('@') ? await pathsIn(given.slice(1)) : [given])));
  return all.flat();
}

/** The files of the lists among paths. */
export function listsIn(paths: readonly string[]): string[] {
  return paths.filter((given) => given.startsWith('@')).map((given) => given.slice(1));
}

async function pathsIn(list: string): Promise<string[]> {
  if (list === '') throw new UsageError('@ takes the name of a list of paths behind it: @changed.txt');
  const { texts, unreadable } = await readTexts([list]);
  if (unreadable[0] !== undefined) throw new UsageError(`cannot read the list ${list}: ${unreadable[0].reason}`);
  const lines = (texts.get(list) ?? '').split(/\r?\n/).map((line) => line.trim());
  const paths = lines.filter((line) => line !== '');
  const nested = paths.find((line) => line.startsWith('@'));
  if (nested !== undefined) {
    throw new UsageError(
      `${list}:${lines.indexOf(nested) + 1}: a list holds paths only, not '${nested}' (for a path of that name, write ./${nested})`,
    );
  }
  // An empty list, of files that changed perhaps, must not come to mean the whole folder.
  if (paths.length === 0) throw new UsageError(`the list ${list} holds no path`);
  return paths;
}
