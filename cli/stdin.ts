import { buffer } from 'node:stream/consumers';
import path from 'node:path';
import { disk, largestFile, type FileSource } from './files.js';
import { UsageError } from './usage.js';

/** A source in which the text of the standard input stands in the place of one file, whether there is such a file or not. */
export async function standardInput(name: string): Promise<FileSource> {
  const { text } = await readStandardInput();
  return inTheMeantime(path.resolve(name), text);
}

/** The disk with another text in the place of one file, which is all that is found there. */
export function inTheMeantime(file: string, text: string): FileSource {
  return {
    around: disk.around,
    find: () => Promise.resolve({ files: [file], unreadable: [] }),
    read: async (files) => {
      const { texts, unreadable } = await disk.read(files.filter((one) => one !== file));
      return { texts: files.includes(file) ? new Map([...texts, [file, text]]) : texts, unreadable };
    },
  };
}

/** What is written to the standard input, with the byte order mark before it by itself. */
export async function readStandardInput(): Promise<{ mark: string; text: string }> {
  const bytes = await buffer(process.stdin);
  if (bytes.length > largestFile) throw new UsageError(`the standard input is larger than ${largestFile / 1_000_000} MB`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    return { mark, text: text.slice(mark.length) };
  } catch {
    throw new UsageError('the standard input is not UTF-8 text');
  }
}
