import { createHash } from 'node:crypto';
import path from 'node:path';
import { URI } from 'langium';
import { severities, type Severity } from '../language/model/index.js';
import { problemsOf } from '../language/problems.js';
import { decisionProblems } from '../report/decisions.js';
import { formatNamed } from '../report/formats/index.js';
import { redundancyProblems } from '../report/redundant.js';
import { pathsBelow } from '../report/locate.js';
import type { Reviewed } from '../report/problem.js';
import { counted, toText } from '../report/text.js';
import { review } from '../review/index.js';
import { findFiles, type Unreadable } from './files.js';
import { load, type Loaded } from './load.js';
import { painter, type ColourChoice } from './colour.js';
import { exitCodes, nearest, UsageError } from './usage.js';
import { version } from './version.js';
import { writeWhole } from './write.js';

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json' | 'sarif';
  readonly output: string | undefined;
  readonly profile: string | undefined;
  readonly failOn: Severity | 'none';
  readonly date: string;
  readonly colour: ColourChoice;
  /** Whether to tell which declarations nothing depends on. */
  readonly redundant: boolean;
}

/** Reviews what the paths hold and tells it; gives the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const started = Date.now();
  const { files, unreadable } = await findFiles(options.paths);
  if (files.length === 0) {
    complain(unreadable);
    if (unreadable.length === 0) process.stderr.write(`meterlint: no .meter file below ${options.paths.join(', ')}\n`);
    return exitCodes.couldNotRun;
  }
  if (files.length > 200 && process.stderr.isTTY) process.stderr.write(`Reading ${files.length} files ...\n`);
  const root = rootOf(options.paths);
  const loaded = await load(files, [root]);
  const failed = [...unreadable, ...loaded.unreadable];
  const reviewed = reviewAll(loaded, options);
  const told = tell(reviewed, loaded, options, root);
  if (options.output === undefined) process.stdout.write(told);
  else await writeWhole(options.output, told);
  complain(failed);
  if (options.output !== undefined && process.stderr.isTTY) {
    process.stderr.write(`Wrote ${options.output} in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
  }
  const hidden = loaded.documents.some((document) => problemsOf(document).some((problem) => problem.hides && problem.severity === 'error'));
  if (failed.length > 0 || hidden) return exitCodes.couldNotRun;
  return isOverTheBar(reviewed, options.failOn) ? exitCodes.findings : exitCodes.clean;
}

function reviewAll({ shared, documents }: Loaded, { profile, date, redundant }: CheckOptions): Reviewed {
  const designs = shared.meter.Designs.all();
  const { profiles } = shared.meter.Designs.catalogue();
  if (profile !== undefined && !profiles.has(profile)) {
    const near = nearest(profile, [...profiles.keys()]);
    throw new UsageError(`there is no profile '${profile}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
  }
  const assessments = designs.map((architecture) => review(architecture, date, profile === undefined ? undefined : [profile]));
  const written = documents.flatMap((document) => problemsOf(document).filter(({ severity }) => severity !== 'hint'));
  // Another profile than the design's own says nothing about what its decisions are for.
  const decisions = profile === undefined ? decisionProblems(assessments) : [];
  return { assessments, problems: [...written, ...decisions, ...(redundant ? redundancyProblems(assessments) : [])] };
}

function tell(reviewed: Reviewed, { shared }: Loaded, options: CheckOptions, root: string): string | Uint8Array {
  const toPath = pathsBelow(URI.file(root).toString());
  const textOf = (uri: string) => shared.workspace.LangiumDocuments.getDocument(URI.parse(uri))?.textDocument.getText();
  if (options.format === 'text') {
    const linesOf = (uri: string) => textOf(uri)?.split('\n');
    return toText(reviewed, { toPath, linesOf, paint: painter(options.colour, options.output === undefined) });
  }
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return formatNamed(options.format)!.write(reviewed, { toPath, version, digest, textOf });
}

function isOverTheBar({ assessments, problems }: Reviewed, bar: Severity | 'none'): boolean {
  if (bar === 'none') return false;
  if (problems.some(({ severity }) => severity === 'error')) return true;
  const worst = severities.indexOf(bar);
  return assessments.some(({ findings }) => findings.some((finding) => counted(finding) && severities.indexOf(finding.severity) <= worst));
}

function complain(unreadable: readonly Unreadable[]): void {
  for (const { path: file, reason } of unreadable) process.stderr.write(`meterlint: cannot read ${file}: ${reason}\n`);
}

/** The folder that imports may not leave and that paths are told from: the current one, or else the one that holds all paths. */
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
