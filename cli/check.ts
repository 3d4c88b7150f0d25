import type { Reviewed } from '../report/problem.js';
import type { Edition, TellingContext } from '../report/formats/index.js';
import { linesByFile } from '../report/lines.js';
import { toText } from '../report/text.js';
import type { ToPath } from '../report/locate.js';
import { baselineFileOf, compareBelow, readBaselineFile } from './baseline.js';
import { painter, type ColourChoice } from './colour.js';
import { complain, isIncomplete, open, type OpenedFiles, type OpenOptions } from './open.js';
import type { Bar } from '../workspace/index.js';
import { redactWith, refuseOneFile } from './redaction.js';
import { reviewAll, type ReviewOptions } from './review-all.js';
import { tellingContextOf, inFormat, put, type ReportContent } from './tell.js';
import { Timings } from './timings.js';
import { exitCodes, UsageError } from './usage.js';
import { isOverTheBar } from './verdict.js';
import { withTimelines } from './timelines.js';
import { refuseInputs } from './write.js';

export interface CheckOptions extends ReviewOptions, OpenOptions {
  readonly paths: readonly string[];
  /** `text`, or one of the report's list. */
  readonly format: string;
  readonly edition: Edition;
  readonly output: string | undefined;
  /** Undefined where the project's own holds. */
  readonly failOn: Bar | undefined;
  readonly colour: ColourChoice;
  /** Whether each finding is told with all that is known of it. */
  readonly verbose: boolean;
  /** The file of what is known, instead of the project's. */
  readonly baseline: string | undefined;
  /** The file of the key, where names are replaced. */
  readonly redact: string | undefined;
  /** Whether to tell what each step took. */
  readonly tellsTimings: boolean;
}

/** What one review came to. */
export interface Checked {
  readonly content: ReportContent;
  readonly code: number;
  readonly opened: OpenedFiles;
  /** The file of what is known, where one was read. */
  readonly baseline: string | undefined;
}

/** Reviews what the paths hold and tells it; gives the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const started = Date.now();
  const timings = new Timings();
  const checked = await checkOnce(options, timings);
  if (checked === undefined) return exitCodes.couldNotRun;
  await timings.of(
    'output',
    () => put(checked.content, options.output),
    () => [],
  );
  complain(checked.opened.unreadable);
  if (options.output !== undefined && process.stderr.isTTY) {
    process.stderr.write(`Wrote ${options.output} in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
  }
  if (options.tellsTimings) process.stderr.write(`${timings.lines().join('\n')}\n`);
  return checked.code;
}

/** Reviews what the paths hold; undefined where that is nothing, which is told then. */
export async function checkOnce(options: CheckOptions, timings = new Timings()): Promise<Checked | undefined> {
  const opened = await timings.of(
    'read',
    () => open(options.paths, options),
    (found) => [
      [found?.snapshot.documents.length ?? 0, 'file'],
      [found?.snapshot.documents.reduce((sum, { textDocument }) => sum + textDocument.getText().length, 0) ?? 0, 'character'],
    ],
  );
  if (opened === undefined) return undefined;
  const { project } = opened;
  // Of a part nobody can say what is gone; `merge` compares the whole.
  const file = options.shard === undefined ? await baselineFileOf(options.baseline, project) : undefined;
  await refuseInputs(options.output, [...opened.inputs, file]);
  const reviewed = await reviewAll(opened, { ...options, timings, redundant: options.redundant === true || project.redundant === true });
  const baseline =
    file === undefined ? undefined : compareBelow(opened.root, reviewed.assessments, await readBaselineFile(file, opened.root));
  const compared: Reviewed = await withTimelines({ ...reviewed, baseline }, options.format, opened, options);
  const plain = { reviewed: compared, context: { ...tellingContextOf(opened), edition: options.edition } };
  const told = options.redact === undefined ? plain : await redactWith(options.redact, plain.reviewed, plain.context);
  const toPath = told === plain && options.output === undefined ? opened.fromHere : told.context.toPath;
  const content = await timings.of(
    'report',
    () => tell(told.reviewed, told.context, toPath, options),
    () => [],
  );
  const over = isOverTheBar(compared, options.failOn ?? project.failOn ?? 'high');
  const code = isIncomplete(opened) ? exitCodes.couldNotRun : over ? exitCodes.findings : exitCodes.clean;
  return { content, code, opened, baseline: file };
}

async function tell(
  reviewed: Reviewed,
  context: TellingContext,
  toPath: ToPath,
  { format, colour, output, verbose }: CheckOptions,
): Promise<ReportContent> {
  if (format !== 'text') return inFormat(format, reviewed, context);
  const { textOf } = context;
  const paint = painter(colour, output === undefined);
  return toText(reviewed, { toPath, linesOf: linesByFile(textOf), paint, verbose });
}

/** Refuses options that contradict each other before anything is read. */
export function refuseContradictions(given: CheckOptions, { stdin, watch }: { readonly stdin: boolean; readonly watch: boolean }): void {
  const { shard, baseline, paths } = given;
  refuseOneFile(given.redact, given.output);
  const contradictions: readonly (readonly [boolean, string])[] = [
    [shard !== undefined && baseline !== undefined, 'a shard knows a part only: give --baseline to `meterlint merge`'],
    [stdin && paths.length > 0, '--stdin reviews the standard input: leave the paths out, and name it with --stdin-path'],
    [given.tellsTimings && watch, '--watch reviews again and again: --timings is for one review'],
    [stdin && watch, '--watch cannot follow the standard input'],
    [watch && shard !== undefined, '--watch reviews everything: leave --shard out'],
  ];
  const [first] = contradictions.filter(([holds]) => holds);
  if (first !== undefined) throw new UsageError(first[1]);
}
