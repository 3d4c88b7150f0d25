import { existsSync } from 'node:fs';
import { grouped, isAtLeast } from '../language/semantics/index.js';
import { hidesPart } from '../language/wellformed/codes.js';
import { forTerminal } from '../report/clean.js';
import { compareWithBaseline, type BaselineComparison, type BaselineDesign } from '../history/baseline.js';
import { comparisonWords, statusWords } from '../report/baseline.js';
import { baselineJson, baselineStatusOf } from '../report/formats/json/index.js';
import { mergeReports, type MergedReport, type ReportedFinding } from '../report/formats/json/merge.js';
import { counted } from '../summary/count.js';
import { countWords } from '../report/count.js';
import { shapes } from '../report/words.js';
import { baselineFileOf, readBaselineFile } from './baseline.js';
import { readTexts } from './files.js';
import { listsIn, withoutLists } from './path-lists.js';
import type { Bar } from '../workspace/index.js';
import { findProject } from './project.js';
import { put } from './tell.js';
import { exitCodes, UsageError } from './usage.js';
import { refuseInputs } from './write.js';

export interface MergeOptions {
  readonly files: readonly string[];
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly failOn: Bar | undefined;
  readonly baseline: string | undefined;
}

type Compared = BaselineComparison<ReportedFinding> | undefined;

/** Puts the reports of all shards together, and gives the exit code that the whole would have had. */
export async function merge({ files: given, format, output, failOn, baseline }: MergeOptions): Promise<number> {
  const project = await findProject(process.cwd());
  const files = await withoutLists(given);
  const { texts, unreadable } = await readTexts([...new Set(files)]);
  if (unreadable[0] !== undefined) throw new UsageError(`cannot read ${unreadable[0].path}: ${unreadable[0].reason}`);
  const merged = mergeReports(files.map((name) => ({ name, text: texts.get(name)! })));
  if ('problem' in merged) throw new UsageError(merged.problem);
  const known = await baselineFileOf(baseline, project);
  await refuseInputs(output, [...files, ...listsIn(given), known]);
  const compared =
    known === undefined ? undefined : compareWithBaseline(designsOf(merged), await readBaselineFile(known, process.cwd()), existsSync);
  await put(format === 'json' ? toJson(merged, compared) : toText(merged, compared), output);
  if (merged.problems.some(({ code, severity }) => severity === 'error' && hidesPart(code))) return exitCodes.couldNotRun;
  return isOverTheBar(merged, compared, failOn ?? project.failOn ?? 'high') ? exitCodes.findings : exitCodes.clean;
}

/** Shards run from where they are put together: the paths of their reports are seen from here. */
function designsOf({ designs, findings }: MergedReport): BaselineDesign<ReportedFinding>[] {
  const byDesign = grouped(findings, ({ design, designFile }) => [`${design}\n${designFile}`]);
  return designs.map(({ name, files: [file = ''] }) => ({ name, file, findings: byDesign.get(`${name}\n${file}`) ?? [] }));
}

function isNews(finding: ReportedFinding, compared: Compared): boolean {
  return compared?.statuses.get(finding)?.against !== 'known';
}

function isOverTheBar({ findings, problems }: MergedReport, compared: Compared, bar: Bar): boolean {
  if (bar === 'none') return false;
  if (problems.some(({ severity }) => severity === 'error')) return true;
  return findings.some((finding) => counted(finding) && isNews(finding, compared) && isAtLeast(finding.severity, bar));
}

/** The bytes that `check --format json` gives for the whole. */
function toJson(merged: MergedReport, compared: Compared): string {
  const findings = merged.findings.map((finding) => ({ ...finding, ...baselineStatusOf(finding, compared) }));
  const baseline = compared === undefined ? {} : { baseline: baselineJson(compared) };
  return `${JSON.stringify({ ...merged, findings, ...baseline }, undefined, 2)}\n`;
}

function toText(merged: MergedReport, compared: Compared): string {
  const problems = merged.problems.map(
    ({ code, severity, message, location }) => `${reportedPosition(location)} ${severity} ${code} ${message}`,
  );
  const findings = merged.findings
    .filter((finding) => isNews(finding, compared))
    .map((finding) => {
      const { state, severity, requirement, message, location } = finding;
      const status = compared?.statuses.get(finding);
      const label = status === undefined ? '' : ` [${statusWords(status)}]`;
      return `${reportedPosition(location)} ${shapes[severity]} ${severity}${state === 'missing' ? '' : ` (${state})`}${label} ${requirement} ${message}`;
    });
  const told = merged.designs.map(({ name, fragment }) => {
    const own = merged.findings.filter(({ design }) => design === name);
    return `${fragment ? 'fragment' : 'design'} ${name}: ${countWords(own)}`;
  });
  const summary = [
    ...(told.length === 0 ? ['No design was found.'] : told),
    ...(compared === undefined ? [] : [`against the baseline: ${comparisonWords(compared)} (what is known is not shown)`]),
  ];
  const lines = [...problems, ...findings];
  return forTerminal(`${[...lines, ...(lines.length === 0 ? [] : ['']), ...summary].join('\n')}\n`);
}

function reportedPosition({ file, line, column }: ReportedFinding['location']): string {
  return `${file}:${line}:${column}`;
}
