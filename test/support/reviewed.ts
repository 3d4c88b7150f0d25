import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { figuresOf } from '../../reach/index.js';
import type { Reviewed } from '../../report/problem.js';
import { review } from '../../review/index.js';
import { createWorkspace, root } from './workspace.js';

/** The review of some files in memory, by name below `/ws/`. */
export async function reviewOf(files: Readonly<Record<string, string>>, date = '2026-11-24'): Promise<Reviewed> {
  const workspace = await createWorkspace(files);
  const { Designs } = workspace.shared.meter;
  return {
    assessments: Designs.all().map((architecture) => review(architecture, date, undefined, figuresOf)),
    problems: [],
    sources: Designs.sources(),
  };
}

/** The examples that are one workspace. */
export function exampleFiles(): Record<string, string> {
  return filesBelow('examples', false);
}

/** Each reference architecture as a workspace of its own, by name. */
export function referenceDesigns(): ReadonlyMap<string, Record<string, string>> {
  const folders = readdirSync(path.join(root, 'examples/reference'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(folders.map(({ name }) => [name, filesBelow(`examples/reference/${name}`, true)]));
}

function filesBelow(folder: string, recursive: boolean): Record<string, string> {
  const names = readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' }).filter((name) => name.endsWith('.meter'));
  return Object.fromEntries(
    names.sort().map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(root, folder, name), 'utf8')]),
  );
}
