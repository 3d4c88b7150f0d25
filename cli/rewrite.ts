import { access, chmod, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { reasonOf } from './files.js';
import { beginDraft, endDraft } from './interrupted.js';
import { UsageError } from './usage.js';

/** A design's text as it was read and as it is to be. */
export interface Rewrite {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The mark that some editors put before a text; it is no part of it and stays where it is. */
const byteOrderMark = '\uFEFF';

/**
 * Writes designs, each as a whole or not at all, and none where one cannot be written: all are put beside their files first,
 * which then take their names. A file that has changed since it was read is left alone.
 */
export async function rewrite(rewrites: readonly Rewrite[]): Promise<void> {
  const drafts: { draft: string; target: string }[] = [];
  for (const { file, before, after } of rewrites) {
    const draft = await drafted(file, before, after).catch(async (error: unknown) => {
      await takeAway(drafts);
      throw new UsageError(`cannot write ${file}: ${reasonOf(error)}; no file was changed`);
    });
    drafts.push(draft);
  }
  for (const [index, { draft, target }] of drafts.entries()) {
    await rename(draft, target).catch(async (error: unknown) => {
      await takeAway(drafts.slice(index));
      throw new UsageError(`cannot write ${target}: ${reasonOf(error)}; ${index} of ${drafts.length} files were changed`);
    });
    endDraft(draft);
  }
}

async function takeAway(drafts: readonly { readonly draft: string }[]): Promise<void> {
  for (const { draft } of drafts) {
    await rm(draft, { force: true });
    endDraft(draft);
  }
}

async function drafted(file: string, before: string, after: string): Promise<{ draft: string; target: string }> {
  // A link stays a link: what it leads to is written.
  const target = await realpath(file);
  await access(target, constants.W_OK);
  const text = await readWhole(target);
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  if (text.slice(mark.length) !== before) throw new Error('it has changed since it was read');
  const draft = `${target}.${process.pid}.part`;
  beginDraft(draft);
  try {
    await writeFile(draft, mark + after, { flag: 'wx' });
    await chmod(draft, (await stat(target)).mode);
  } catch (error) {
    await takeAway([{ draft }]);
    throw error;
  }
  return { draft, target };
}

/** What a rewrite would make of a file, its mark included, for a patch. */
export async function withMark({ file, before, after }: Rewrite): Promise<{ before: string; after: string }> {
  const mark = (await readWhole(file)).startsWith(byteOrderMark) ? byteOrderMark : '';
  return { before: mark + before, after: mark + after };
}

/** The text of a file with the mark, which reading it for a review leaves out. */
async function readWhole(file: string): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
}
