import { randomBytes } from 'node:crypto';
import { chmod, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beginDraft, endDraft } from './interrupted.js';
import { reasonOf } from './files.js';
import { UsageError } from './usage.js';

/** What a file takes: a text, bytes, or texts one after the other. */
type Written = string | Uint8Array | Iterable<string>;

/** Writes a report as a whole or not at all: into a file beside it first, which then takes its name. */
export async function writeWhole(file: string, content: Written, mode = 0o666): Promise<void> {
  try {
    const there = await stat(file).catch(() => undefined);
    if (there?.isDirectory() === true) throw new Error('it is a folder');
    // What is no file (a pipe, a device) takes the bytes as they come; a draft would put a file in its place.
    if (there !== undefined && !there.isFile()) await writeFile(file, content);
    else await replace(await targetOf(file), content, there === undefined ? { mode } : { mode, keep: there.mode & 0o7777 });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write ${file}: ${reasonOf(error)}`);
  }
}

/** A link stays a link: what it leads to is written, also where that is not there yet. */
async function targetOf(file: string): Promise<string> {
  const target = await realpath(file).catch(async () => {
    const led = await readlink(file).catch(() => undefined);
    return led === undefined ? file : path.resolve(path.dirname(file), led);
  });
  if (/\.meter$/i.test(target)) throw new UsageError(`--output ${file} would overwrite a design; choose another name`);
  return target;
}

/** Who may read the file that was there may read the new one, and nobody else. */
async function replace(target: string, content: Written, { mode, keep }: { mode: number; keep?: number }): Promise<void> {
  // Processes in containers that share a folder have the same number.
  const draft = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  beginDraft(draft);
  try {
    await writeFile(draft, content, { flag: 'wx', mode });
    if (keep !== undefined) await chmod(draft, keep);
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    endDraft(draft);
  }
}

/** Refuses to write a report over something that it is made from. */
export async function refuseInputs(output: string | undefined, inputs: readonly (string | undefined)[]): Promise<void> {
  if (output === undefined) return;
  const target = await realpath(output).catch(() => undefined);
  if (target === undefined) return;
  for (const input of inputs) {
    if (input === undefined || (await realpath(input).catch(() => undefined)) !== target) continue;
    const what = /\.meter$/i.test(target) ? 'a design' : 'a file that the report is made from';
    throw new UsageError(`--output ${output} would overwrite ${what}; choose another name`);
  }
}
