import { existsSync } from 'node:fs';
import { readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { projectFile, readSettings, type ProjectSettings } from '../workspace/index.js';
import { isInside, largestSettings, readText, reasonOf } from './files.js';
import { UsageError } from './usage.js';

export interface Project extends ProjectSettings {
  /** The folder of the file, which its patterns and paths are relative to; the current one where there is no file. */
  readonly folder: string;
  readonly file: string | undefined;
}

/** Reads `meterlint.json` of the folder or of the nearest one around it; a repository's own folder is the last one that is looked at. */
export async function findProject(start: string): Promise<Project> {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, projectFile);
    if (existsSync(file)) return { ...(await readProject(file)), folder, file };
    if (existsSync(path.join(folder, '.git')) || path.dirname(folder) === folder) return { folder: start, file: undefined };
  }
}

async function readProject(file: string): Promise<ProjectSettings> {
  const shown = path.relative(process.cwd(), file);
  let text: string;
  try {
    text = await readText(file, largestSettings);
  } catch (error) {
    throw new UsageError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
  const settings = readSettings(text);
  if (typeof settings === 'string') throw new UsageError(`${shown}: ${settings}`);
  return settings;
}

/**
 * A path that settings of a project name, as a full path. Settings come with a project that somebody else may have made, so that neither `..` nor
 * a link leads out of its folder, also where nothing stands there yet.
 */
export async function insideProject(project: Project, setting: string, given: string): Promise<string> {
  const full = path.resolve(project.folder, given);
  if (!isInside(await realTarget(full), await realpath(project.folder))) {
    throw new UsageError(`${projectFile}: "${setting}" leads out of the project: ${given}. Name a file in its folder, or use --${setting}`);
  }
  return full;
}

/** As many as systems follow. */
const mostLinks = 40;

/** Where a path really leads, through every link of it, as far as it is there; links that lead in a circle lead nowhere, which is outside. */
async function realTarget(file: string, left = mostLinks): Promise<string> {
  if (left === 0) return path.parse(file).root;
  const real = await realpath(file).catch(() => undefined);
  if (real !== undefined) return real;
  const led = await readlink(file).catch(() => undefined);
  const folder = path.dirname(file);
  if (led !== undefined) return realTarget(path.resolve(folder, led), left - 1);
  return folder === file ? file : path.join(await realTarget(folder, left), path.basename(file));
}
