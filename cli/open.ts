import path from 'node:path';
import { URI } from 'langium';
import { compileGlob } from '../language/names/glob.js';
import { hidesPart } from '../language/wellformed/codes.js';
import { messageOf } from '../language/wellformed/words/index.js';
import { pathFirst, plainPath } from '../report/clean.js';
import { locate, pathsBelow, type ToPath } from '../report/locate.js';
import { disk, type FileSource, type Unreadable } from './files.js';
import { addressOf, loadFiles, type Loaded } from './load.js';
import { pathFrom } from './path-from.js';
import { listsIn, withoutLists } from './path-lists.js';
import { findProject, type Project } from './project.js';
import { isInFolder, seenFrom } from './surroundings.js';
import type { BuiltIn } from '../workspace/index.js';
import { exitCodes } from './usage.js';
import { warn } from './warn.js';

/** The files below the given paths with everything they import, read and checked. */
export interface OpenedFiles extends Loaded {
  /** What was asked for, without what it imports. */
  readonly files: readonly string[];
  /** The folder that imports may not leave and that paths are told from. */
  readonly root: string;
  /** All files that were read, which no report may take the place of. */
  readonly inputs: readonly string[];
  /** What the project states for everybody. */
  readonly project: Project;
  readonly toPath: ToPath;
  /** The paths of files as the current folder sees them, which links of a terminal and patches go by; reports tell them from `root`. */
  readonly fromHere: ToPath;
  readonly textOf: (uri: string) => string | undefined;
}

export interface OpenOptions {
  /** Patterns of files that may hold decisions, instead of the project's; relative to the folder that paths are told from. */
  readonly decisionsFrom?: readonly string[] | undefined;
  /** Patterns of files that are passed over, beside the project's. */
  readonly exclude?: readonly string[] | undefined;
  readonly source?: FileSource;
  /** The built-in catalogue, where it is read already. */
  readonly builtIn?: BuiltIn;
}

/** Opens what the paths hold; undefined where that is nothing, which is told then. */
export async function open(given: readonly string[], options: OpenOptions = {}): Promise<OpenedFiles | undefined> {
  const { source = disk, exclude = [] } = options;
  const project = await findProject(process.cwd());
  const paths = await withoutLists(given);
  const root = rootOf(paths);
  const isLeftOut = anyOf([...below(root, exclude), ...below(project.folder, project.exclude ?? [])]);
  const { files, unreadable } = await source.find(paths, isLeftOut);
  if (files.length === 0) {
    complain(unreadable);
    if (unreadable.length === 0) warn(`no .meter file below ${paths.join(', ')}`);
    return undefined;
  }
  if (files.length > 200 && process.stderr.isTTY) process.stderr.write(`Reading ${files.length} files ...\n`);
  const rule =
    options.decisionsFrom === undefined || options.decisionsFrom.length === 0
      ? { folder: URI.file(project.folder), from: project.decisionsFrom ?? [] }
      : { folder: URI.file(root), from: options.decisionsFrom };
  const named = await source.read(files);
  const surroundings = await seenFrom(named.texts, paths, { root, project, source, isLeftOut });
  const loaded = await loadFiles(files, surroundings.folders, {
    ...{ source, named, unreadable, seen: surroundings.texts },
    decisions: rule.from.length === 0 ? [] : [rule],
    builtIn: options.builtIn,
  });
  const { snapshot } = loaded;
  return {
    ...loaded,
    files,
    root,
    inputs: [...snapshot.documents.map(({ uri }) => uri.fsPath), ...listsIn(given), ...(project.file === undefined ? [] : [project.file])],
    project,
    toPath: pathsFrom(root, surroundings.folders),
    fromHere,
    textOf: (uri) => snapshot.textOf(uri),
  };
}

/** What is no file, such as the standard input under a name, has no other path than its own. */
function fromHere(uri: string): string {
  return pathFromHere(URI.parse(uri).fsPath);
}

/** A path as the current folder sees it. */
export function pathFromHere(file: string): string {
  return pathFirst(pathFrom(process.cwd(), file));
}

/** As seen from the root; what lies elsewhere in the project, by the way that leads there. */
function pathsFrom(root: string, folders: readonly string[]): ToPath {
  const below = pathsBelow(addressOf(root));
  const isOurs = (file: string) => folders.some((folder) => isInFolder(file, folder));
  return (uri) => {
    const file = URI.parse(uri).fsPath;
    return isInFolder(file, root) || !isOurs(file) ? below(uri) : plainPath(pathFrom(root, file));
  };
}

/** Tests of full paths by patterns that are relative to a folder. */
function below(folder: string, globs: readonly string[]): ((file: string) => boolean)[] {
  return globs.map((glob) => {
    const matches = compileGlob(glob);
    return (file) => matches(pathFrom(folder, file));
  });
}

function anyOf(tests: readonly ((file: string) => boolean)[]): (file: string) => boolean {
  return (file) => tests.some((test) => test(file));
}

/** Whether a part of what was asked for was not read: a file that cannot be, or an error that hides what stands behind it. */
export function isIncomplete(opened: OpenedFiles): boolean {
  return opened.unreadable.length > 0 || hiddenParts(opened).length > 0;
}

/** Tells what was not read, for verbs that do not tell validation errors; gives the exit code. */
export function complainOfGaps(opened: OpenedFiles): number {
  complain(opened.unreadable);
  for (const { place, message } of hiddenParts(opened)) warn(`${place}: an error hides a part: ${message}`);
  return isIncomplete(opened) ? exitCodes.couldNotRun : exitCodes.clean;
}

/** The errors that hide a part of what was asked for. What cannot be read at all is told by itself. */
export function hiddenParts({ snapshot }: Pick<OpenedFiles, 'snapshot'>): { uri: string; place: string; message: string }[] {
  return snapshot.told.flatMap((uri) =>
    snapshot
      .mistakes(uri)
      .filter(({ code, severity }) => severity === 'error' && code !== 'unreadable-file' && hidesPart(code))
      .map((mistake) => {
        const { file, line, column } = locate(mistake.range, fromHere);
        return { uri, place: `${file}:${line}:${column}`, message: messageOf(mistake) };
      }),
  );
}

export function complain(unreadable: readonly Unreadable[]): void {
  for (const { path: file, reason } of unreadable) warn(`cannot read ${file}: ${reason}`);
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
