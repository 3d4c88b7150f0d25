import path from 'node:path';
import { readBaseline } from '../history/baseline-file.js';
import type { Baseline } from '../history/baseline.js';
import { faultWords } from '../report/baseline.js';
import { readTexts } from './files.js';
import type { Project } from './project.js';
import { UsageError } from './usage.js';

/** Where a baseline is written, and looked for, unless another file is named. */
export const baselineFile = 'meterlint-baseline.json';

/** The baseline to compare with: the named one, else the project's; undefined where there is none. */
export function baselineFileOf(named: string | undefined, { folder, baseline }: Project): string | undefined {
  if (named !== undefined) return named;
  return baseline === undefined ? undefined : path.relative(process.cwd(), path.resolve(folder, baseline));
}

/** Reads what a file says is known. */
export async function readBaselineFile(file: string): Promise<Baseline> {
  const { texts, unreadable } = await readTexts([file]);
  const text = texts.get(file);
  if (text === undefined)
    throw new UsageError(`cannot read the baseline ${file}: ${unreadable[0]?.reason}. \`meterlint baseline\` writes one`);
  const baseline = readBaseline(text);
  if ('fault' in baseline) throw new UsageError(`${file} ${faultWords(baseline.fault)}`);
  return baseline;
}
