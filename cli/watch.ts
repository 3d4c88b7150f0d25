import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkOnce, type Checked, type CheckOptions } from './check.js';
import { findFiles } from './files.js';
import { complain } from './open.js';
import { listsIn } from './path-lists.js';
import { projectFile } from '../workspace/index.js';
import { isInPieces, put } from './tell.js';
import { exitCodes, UsageError } from './usage.js';
import { warn } from './warn.js';

/** How long to wait between two looks at the files, in milliseconds; a look that takes long makes the waits longer. */
const shortestWait = 300;
const looksShare = 10;

/**
 * Reviews again whenever a file changed, until the user stops it, and tells a review that came out otherwise than the one before. Files
 * are looked at, not subscribed to: that works on network drives and in containers, too, and after an editor replaced a file.
 */
export async function watch(options: CheckOptions): Promise<number> {
  const ending = new AbortController();
  const stop = (): void => {
    ending.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  // Nobody reads any more what would be told.
  process.stdout.once('error', stop);
  try {
    await follow(options, ending.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    process.stdout.off('error', stop);
  }
  return exitCodes.clean;
}

async function follow(options: CheckOptions, stopped: AbortSignal): Promise<void> {
  // What is wrong with how it was started ends it, as without --watch; later mistakes are told and may be repaired.
  let last = await wholly(options);
  if (last === undefined) throw new UsageError('there is nothing to watch');
  await tell(last, options);
  process.stderr.write('Watching for changes; Ctrl+C ends it.\n');
  // Nothing tells what changed while files were read: what a review saw is what was seen before it, and of the first one that is nothing.
  let seen = '';
  for (;;) {
    const started = Date.now();
    const now = await look(options, last);
    if (await isStoppedWithin(Math.max(shortestWait, (Date.now() - started) * looksShare), stopped)) return;
    // Only when two looks see the same is whoever writes done.
    if (now === seen || now !== (await look(options, last))) continue;
    seen = now;
    const checked = await again(options);
    if (checked === undefined) continue;
    const isNew = !same(checked.content, last.content) || checked.code !== last.code;
    last = checked;
    if (isNew) await tell(checked, options);
  }
}

async function again(options: CheckOptions): Promise<Watched | undefined> {
  try {
    return await wholly(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(error.message);
    return undefined;
  }
}

/** What comes in pieces is put together: it is compared with what comes next. */
async function wholly(options: CheckOptions): Promise<Watched | undefined> {
  const checked = await checkOnce(options);
  if (checked === undefined) return undefined;
  const { content } = checked;
  return { ...checked, content: isInPieces(content) ? [...content.pieces].join('') : content };
}

interface Watched extends Checked {
  readonly content: string | Uint8Array;
}

async function tell({ content, opened }: Checked, { output }: CheckOptions): Promise<void> {
  await put(content, output);
  complain(opened.unreadable);
}

function same(one: string | Uint8Array, other: string | Uint8Array): boolean {
  return typeof one === 'string' && typeof other === 'string' ? one === other : Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;
}

/** What can be seen of all files that a review depends on without reading them. */
async function look({ paths }: CheckOptions, { opened, baseline }: Checked): Promise<string> {
  const { files } = await findFiles(paths.filter((given) => !given.startsWith('@')));
  const lists = listsIn(paths);
  const read = opened.snapshot.documents.map(({ uri }) => uri.fsPath);
  const settings = [opened.project.file ?? path.join(process.cwd(), projectFile), ...(baseline === undefined ? [] : [baseline])];
  const all = [...new Set([...files, ...read, ...lists, ...settings])].sort();
  const seen = await Promise.all(
    all.map(async (file) => {
      const entry = await stat(file).catch(() => undefined);
      return `${file} ${entry === undefined ? 'absent' : `${entry.mtimeMs} ${entry.size} ${entry.ino}`}`;
    }),
  );
  return seen.join('\n');
}

/** Waits, and ends early when the user stops it. */
async function isStoppedWithin(milliseconds: number, stopped: AbortSignal): Promise<boolean> {
  await setTimeout(milliseconds, undefined, { signal: stopped }).catch(() => undefined);
  return stopped.aborted;
}
