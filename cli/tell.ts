import { createHash } from 'node:crypto';
import { editions, formatNamed, formats, writeReport, type Edition, type TellingContext } from '../report/formats/index.js';
import type { Reviewed } from '../report/problem.js';
import type { OpenedFiles } from './open.js';
import { choice } from './option.js';
import { UsageError } from './usage.js';
import { version } from './version.js';
import { writeWhole } from './write.js';

/** The names of all formats, as the list of the report has them. */
export const formatNames = formats.map(({ id }) => id);

const inEditions = formats.flatMap(({ id, hasEditions }) => (hasEditions === true ? [id] : []));

/** `--edition short` */
export const editionOption = choice(
  editions,
  'full',
  `${inEditions.join(', ')}: everything with its annexes, or at most 15 printed pages for those who decide`,
);

/** An edition that the format does not have would be passed over in silence. */
export function refuseEdition(edition: Edition, format: string): void {
  if (edition !== 'full' && !inEditions.includes(format)) throw new UsageError(`--edition is for --format ${inEditions.join(' and ')}`);
}

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
