import { createHash } from 'node:crypto';
import { formatNamed, formats, writeReport, type TellingContext } from '../report/formats/index.js';
import type { Reviewed } from '../report/problem.js';
import type { OpenedFiles } from './open.js';
import { UsageError } from './usage.js';
import { version } from './version.js';
import { writeWhole } from './write.js';

/** The names of all formats, as the list of the report has them. */
export const formatNames = formats.map(({ id }) => id);

/** What reports of what was opened are told with. */
export function tellingContextOf({ toPath, textOf }: OpenedFiles): TellingContext {
  return { toPath, version, digest: (text) => createHash('sha256').update(text).digest('hex'), textOf };
}

/** A review in the format of that name. */
export function inFormat(format: string, reviewed: Reviewed, context: TellingContext): Promise<string | Uint8Array> {
  return writeReport(formatNamed(format)!, reviewed, context);
}

/** Writes to the file, or to the standard output where there is none; never bytes that are no text to a terminal. */
export async function put(content: string | Uint8Array, output: string | undefined): Promise<void> {
  if (output !== undefined) return writeWhole(output, content);
  if (typeof content !== 'string' && process.stdout.isTTY) {
    throw new UsageError('this format is no text: name a file with --output FILE, or pipe it into one');
  }
  process.stdout.write(content);
}
