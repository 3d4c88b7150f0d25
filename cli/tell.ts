import { createHash } from 'node:crypto';
import { formatNamed, formats } from '../report/formats/index.js';
import type { Reviewed } from '../report/problem.js';
import type { Opened } from './open.js';
import { UsageError } from './usage.js';
import { version } from './version.js';
import { writeWhole } from './write.js';

/** The names of all formats, as the list of the report has them. */
export const formatNames = formats.map(({ id }) => id);

/** A review in the format of that name. */
export function inFormat(format: string, reviewed: Reviewed, { toPath, textOf }: Opened): string | Uint8Array {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return formatNamed(format)!.write(reviewed, { toPath, version, digest, textOf });
}

/** Writes to the file, or to the standard output where there is none; never bytes that are no text to a terminal. */
export async function put(content: string | Uint8Array, output: string | undefined): Promise<void> {
  if (output !== undefined) return writeWhole(output, content);
  if (typeof content !== 'string' && process.stdout.isTTY) {
    throw new UsageError('this format is no text: name a file with --output FILE, or pipe it into one');
  }
  process.stdout.write(content);
}
