import { severities, type Severity } from '../language/model/index.js';
import type { Reviewed } from '../report/problem.js';
import { counted, toText } from '../report/text.js';
import { painter, type ColourChoice } from './colour.js';
import { complain, isIncomplete, open, type Opened } from './open.js';
import { reviewAll, type ReviewOptions } from './review-all.js';
import { inFormat, put } from './tell.js';
import { exitCodes } from './usage.js';

export interface CheckOptions extends ReviewOptions {
  readonly paths: readonly string[];
  /** `text`, or one of the report's list. */
  readonly format: string;
  readonly output: string | undefined;
  readonly failOn: Severity | 'none';
  readonly colour: ColourChoice;
}

/** Reviews what the paths hold and tells it; gives the exit code. */
export async function check(options: CheckOptions): Promise<number> {
  const started = Date.now();
  const opened = await open(options.paths);
  if (opened === undefined) return exitCodes.couldNotRun;
  const reviewed = reviewAll(opened, options);
  await put(tell(reviewed, opened, options), options.output);
  complain(opened.unreadable);
  if (options.output !== undefined && process.stderr.isTTY) {
    process.stderr.write(`Wrote ${options.output} in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
  }
  if (isIncomplete(opened)) return exitCodes.couldNotRun;
  return isOverTheBar(reviewed, options.failOn) ? exitCodes.findings : exitCodes.clean;
}

function tell(reviewed: Reviewed, opened: Opened, { format, colour, output }: CheckOptions): string | Uint8Array {
  if (format !== 'text') return inFormat(format, reviewed, opened);
  const { toPath, textOf } = opened;
  return toText(reviewed, { toPath, linesOf: (uri) => textOf(uri)?.split('\n'), paint: painter(colour, output === undefined) });
}

function isOverTheBar({ assessments, problems }: Reviewed, bar: Severity | 'none'): boolean {
  if (bar === 'none') return false;
  if (problems.some(({ severity }) => severity === 'error')) return true;
  const worst = severities.indexOf(bar);
  return assessments.some(({ findings }) => findings.some((finding) => counted(finding) && severities.indexOf(finding.severity) <= worst));
}
