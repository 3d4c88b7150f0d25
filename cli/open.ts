import path from 'node:path';
import { URI } from 'langium';
import { isBuiltIn } from '../language/names/imports.js';
import { problemsOf } from '../language/problems.js';
import { locate, pathsBelow, type ToPath } from '../report/locate.js';
import { compileGlob } from '../language/names/glob.js';
import { disk, type Source, type Unreadable } from './files.js';
import { load, type Loaded } from './load.js';
import { listsIn, withoutLists } from './path-lists.js';
import { findProject, type Project } from './project.js';
import { exitCodes } from './usage.js';
import { warn } from './warn.js';

/** The files below the given paths with everything they import, read and checked. */
export interface Opened extends Loaded {
  /** What was asked for, without what it imports. */
  readonly files: readonly string[];
  /** The folder that imports may not leave and that paths are told from. */
  readonly root: string;
  /** All files that were read, which no report may take the place of. */
  readonly inputs: readonly string[];
  /** What the project states for everybody. */
  readonly project: Project;
  readonly toPath: ToPath;
  readonly textOf: (uri: string) => string | undefined;
}

export interface OpenOptions {
  /** Patterns of files that may hold decisions, instead of the project's; relative to the folder that paths are told from. */
  readonly decisionsFrom?: readonly string[] | undefined;
  /** Patterns of files that are passed over, beside the project's. */
  readonly exclude?: readonly string[] | undefined;
  readonly source?: Source;
}

/** Opens what the paths hold; undefined where that is nothing, which is told then. */
export async function open(given: readonly string[], options: OpenOptions = {}): Promise<Opened | undefined> {
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
  const loaded = await load(files, [root], { source, decisions: rule.from.length === 0 ? [] : [rule] });
  const { LangiumDocuments } = loaded.shared.workspace;
  return {
    ...loaded,
    unreadable: [...unreadable, ...loaded.unreadable],
    files,
    root,
    inputs: [...loaded.documents.map(({ uri }) => uri.fsPath), ...listsIn(given), ...(project.file === undefined ? [] : [project.file])],
    project,
    toPath: pathsBelow(URI.file(root).toString()),
    textOf: (uri) => LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText(),
  };
}

/** Tests of full paths by patterns that are relative to a folder. */
function below(folder: string, globs: readonly string[]): ((file: string) => boolean)[] {
  return globs.map((glob) => {
    const matches = compileGlob(glob);
    return (file) => matches(path.relative(folder, file).split(path.sep).join('/'));
  });
}

function anyOf(tests: readonly ((file: string) => boolean)[]): (file: string) => boolean {
  return (file) => tests.some((test) => test(file));
}

/** Whether a part of what was asked for was not read: a file that cannot be, or an error that hides what stands behind it. */
export function isIncomplete(opened: Opened, hidden = hiddenParts(opened)): boolean {
  return opened.unreadable.length > 0 || hidden.length > 0;
}

/** Tells what was not read, for verbs that do not tell mistakes of writing; gives the exit code. */
export function complainOfGaps(opened: Opened, hidden = hiddenParts(opened)): number {
  complain(opened.unreadable);
  for (const { place, message } of hidden) warn(`${place}: an error hides a part: ${message}`);
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
