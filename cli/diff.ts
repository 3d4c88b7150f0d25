import { existsSync } from 'node:fs';
import path from 'node:path';
import { diffReviews, isWorseFrom, type DesignDiff } from '../history/diff.js';
import { diffJson } from '../report/diff-json.js';
import { diffMarkdown } from '../report/diff-markdown.js';
import { diffText } from '../report/diff-text.js';
import type { Assessment } from '../review/index.js';
import { homeBelow } from './baseline.js';
import { openRevision } from './git.js';
import { complainOfGaps, open, type OpenOptions } from './open.js';
import type { Bar } from '../workspace/index.js';
import { findProject } from './project.js';
import { reviewAll } from './review-all.js';
import { put } from './tell.js';
import { exitCodes, UsageError } from './usage.js';
import { refuseInputs } from './write.js';

export const diffFormats = ['text', 'markdown', 'json'] as const;

export interface DiffOptions extends OpenOptions {
  readonly old: string;
  readonly now: string;
  readonly format: (typeof diffFormats)[number];
  readonly output: string | undefined;
  readonly profile: string | undefined;
  readonly date: string;
  readonly failOn: Bar | undefined;
}

/** Reviews two states of designs and tells what stands otherwise; gives the exit code. */
export async function diff(options: DiffOptions): Promise<number> {
  const { old, now, date } = options;
  const before = await reviewSide(old, options);
  const after = await reviewSide(now, options);
  if (before === undefined || after === undefined) return exitCodes.couldNotRun;
  if (before.isEmpty && after.isEmpty) throw new UsageError(`neither '${old}' nor '${now}' has a .meter file below this folder`);
  await refuseInputs(options.output, [...before.inputs, ...after.inputs]);
  const diffs = diffReviews(before.assessments, after.assessments, { old: before.fileOf, now: after.fileOf });
  await put(tell(diffs, options), options.output);
  // What is hidden on one side would seem to have come or gone.
  if (!before.isWhole || !after.isWhole) return exitCodes.couldNotRun;
  const { failOn } = await findProject(process.cwd());
  return isWorseFrom(diffs, options.failOn ?? failOn ?? 'high') ? exitCodes.findings : exitCodes.clean;

  function tell(all: readonly DesignDiff[], { format }: DiffOptions): string {
    if (format === 'json') return diffJson(all, { old, now, date });
    return format === 'markdown' ? diffMarkdown(all, old, now) : diffText(all);
  }
}

interface ReviewedSide {
  readonly assessments: readonly Assessment[];
  readonly isWhole: boolean;
  /** The path of a design's file, as seen from what was named. */
  readonly fileOf: (one: Assessment) => string;
  /** A revision before the first design, or after the last one. */
  readonly isEmpty: boolean;
  readonly inputs: readonly string[];
}

/** A path goes before a revision of the same name: `REV:` is always a revision. */
async function reviewSide(given: string, options: DiffOptions): Promise<ReviewedSide | undefined> {
  const { profile, date, decisionsFrom, exclude } = options;
  const revision = existsSync(given) ? undefined : await openRevision(given);
  if (revision === undefined && !existsSync(given)) {
    throw new UsageError(`'${given}' is neither a file or folder nor a revision that git knows here`);
  }
  if (revision?.hasNoDesigns === true) return { assessments: [], inputs: [], isWhole: true, isEmpty: true, fileOf: () => '' };
  const source = revision === undefined ? {} : { source: revision.source };
  const opened = await open([revision?.start ?? given], { decisionsFrom, exclude, ...source });
  if (opened === undefined) return undefined;
  const { assessments } = await reviewAll(opened, { profile, date });
  const start = path.resolve(revision?.start ?? given);
  return {
    assessments,
    fileOf: (one) => homeBelow(start, one),
    inputs: opened.inputs,
    isEmpty: false,
    isWhole: complainOfGaps(opened) === exitCodes.clean,
  };
}
