import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFile, readSettings, type ProjectSettings } from '../workspace/index.js';
import { reasonOf } from './files.js';
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
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${shown}: ${reasonOf(error)}`);
  }
  const settings = readSettings(text);
  if (typeof settings === 'string') throw new UsageError(`${shown}: ${settings}`);
  return settings;
}
