import { existsSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'langium';
import { readBaseline } from '../history/baseline-file.js';
import { baselineDesigns, compareWithBaseline, withFiles, type Baseline, type BaselineComparison } from '../history/baseline.js';
import { faultWords } from '../report/baseline.js';
import type { Assessment } from '../review/index.js';
import { readTexts } from './files.js';
import { pathFrom } from './path-from.js';
import { insideProject, type Project } from './project.js';
import { UsageError } from './usage.js';

/** Where a baseline is written, and looked for, unless another file is named. */
export const baselineFile = 'meterlint-baseline.json';

/**
 * The baseline to compare with: the named one, else the project's; undefined where there is none. What a project names lies in its folder: its
 * settings may be anybody's, and are read as nobody's wish to write elsewhere.
 */
export async function baselineFileOf(named: string | undefined, project: Project): Promise<string | undefined> {
  if (named !== undefined || project.baseline === undefined) return named;
  return path.relative(process.cwd(), await insideProject(project, 'baseline', project.baseline));
}

/** Reads what a file says is known; its paths are then seen from `root`. */
export async function readBaselineFile(file: string, root: string): Promise<Baseline> {
  const { texts, unreadable } = await readTexts([file]);
  const text = texts.get(file);
  if (text === undefined)
    throw new UsageError(`cannot read the baseline ${file}: ${unreadable[0]?.reason}. \`meterlint baseline\` writes one`);
  const baseline = readBaseline(text);
  if ('fault' in baseline) throw new UsageError(`${file} ${faultWords(baseline.fault)}`);
  return withFiles(baseline, (one) => pathFrom(root, path.resolve(path.dirname(file), one)));
}

/** How the findings of some reviews stand against a baseline that was read for the same root. */
export function compareBelow(root: string, assessments: readonly Assessment[], baseline: Baseline): BaselineComparison {
  const designs = baselineDesigns(assessments, (one) => homeBelow(root, one));
  return compareWithBaseline(designs, baseline, (file) => existsSync(path.resolve(root, file)));
}

/** The path of the file that states a design, as seen from a folder. */
export function homeBelow(folder: string, { architecture }: Assessment): string {
  return pathFrom(folder, URI.parse(architecture.files[0]!).fsPath);
}
