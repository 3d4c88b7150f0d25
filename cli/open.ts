import path from 'node:path';
import { URI } from 'langium';
import { isBuiltIn } from '../language/names/imports.js';
import { problemsOf } from '../language/problems.js';
import { locate, pathsBelow, type ToPath } from '../report/locate.js';
import { findFiles, type Unreadable } from './files.js';
import { load, type Loaded } from './load.js';
import { exitCodes } from './usage.js';

/** The files below the given paths with everything they import, read and checked. */
export interface Opened extends Loaded {
  /** What was asked for, without what it imports. */
  readonly files: readonly string[];
  /** The folder that imports may not leave and that paths are told from. */
  readonly root: string;
  readonly toPath: ToPath;
  readonly textOf: (uri: string) => string | undefined;
}

/** Opens what the paths hold; undefined where that is nothing, which is told then. */
export async function open(paths: readonly string[]): Promise<Opened | undefined> {
  const { files, unreadable } = await findFiles(paths);
  if (files.length === 0) {
    complain(unreadable);
    if (unreadable.length === 0) process.stderr.write(`meterlint: no .meter file below ${paths.join(', ')}\n`);
    return undefined;
  }
  if (files.length > 200 && process.stderr.isTTY) process.stderr.write(`Reading ${files.length} files ...\n`);
  const root = rootOf(paths);
  const loaded = await load(files, [root]);
  const { LangiumDocuments } = loaded.shared.workspace;
  return {
    ...loaded,
    unreadable: [...unreadable, ...loaded.unreadable],
    files,
    root,
    toPath: pathsBelow(URI.file(root).toString()),
    textOf: (uri) => LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText(),
  };
}

/** Whether a part of what was asked for was not read: a file that cannot be, or an error that hides what stands behind it. */
export function isIncomplete(opened: Opened, hidden = hiddenParts(opened)): boolean {
  return opened.unreadable.length > 0 || hidden.length > 0;
}

/** Tells what was not read, for verbs that do not tell mistakes of writing; gives the exit code. */
export function complainOfGaps(opened: Opened, hidden = hiddenParts(opened)): number {
  complain(opened.unreadable);
  for (const { place, message } of hidden) process.stderr.write(`meterlint: ${place}: an error hides a part: ${message}\n`);
  return isIncomplete(opened, hidden) ? exitCodes.couldNotRun : exitCodes.clean;
}

/** The errors that hide a part of what was asked for, as the workspace stands now. */
export function hiddenParts({ shared, toPath }: Opened): { uri: string; place: string; message: string }[] {
  return shared.workspace.LangiumDocuments.all
    .filter(({ uri }) => !isBuiltIn(uri))
    .toArray()
    .flatMap((document) =>
      problemsOf(document)
        .filter((problem) => problem.hides && problem.severity === 'error')
        .map(({ range, message }) => {
          const { file, line, column } = locate(range, toPath);
          return { uri: document.uri.toString(), place: `${file}:${line}:${column}`, message };
        }),
    );
}

export function complain(unreadable: readonly Unreadable[]): void {
  for (const { path: file, reason } of unreadable) process.stderr.write(`meterlint: cannot read ${file}: ${reason}\n`);
}

/** The current folder, or else the one that holds all paths. */
function rootOf(paths: readonly string[]): string {
  const here = process.cwd();
  const full = paths.map((given) => path.resolve(given));
  if (full.every((one) => one === here || one.startsWith(here + path.sep))) return here;
  let common = path.dirname(full[0] ?? here);
  if (full.length === 1 && !full[0]!.endsWith('.meter')) common = full[0]!;
  while (!full.every((one) => one === common || one.startsWith(common.endsWith(path.sep) ? common : common + path.sep))) {
    common = path.dirname(common);
  }
  return common;
}
