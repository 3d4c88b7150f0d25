import { createHash } from 'node:crypto';
import { editions, formatNamed, formats, tellReport, type Edition, type Pieces, type TellingContext } from '../report/formats/index.js';
import { gathered } from '../report/formats/gathered.js';
import type { Reviewed } from '../report/problem.js';
import type { OpenedFiles } from './open.js';
import { choice } from './option.js';
import { UsageError } from './usage.js';
import { version } from './version.js';
import { writeWhole } from './write.js';

/** A report as it is put out. */
export type ReportContent = string | Uint8Array | Pieces;

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
export function inFormat(format: string, reviewed: Reviewed, context: TellingContext): Promise<ReportContent> {
  return tellReport(formatNamed(format)!, reviewed, context);
}

/** Writes to the file, or to the standard output where there is none; never bytes that are no text to a terminal. */
export async function put(content: ReportContent, output: string | undefined): Promise<void> {
  if (output !== undefined) return writeWhole(output, isInPieces(content) ? gathered(content.pieces) : content);
  if (content instanceof Uint8Array && process.stdout.isTTY) {
    throw new UsageError('this format is no text: name a file with --output FILE, or pipe it into one');
  }
  if (!isInPieces(content)) process.stdout.write(content);
  else for (const piece of gathered(content.pieces)) if (!(await isTaken(piece))) return;
}

/** Waits until the reader has it, so that no more than that is held; a reader that went away takes nothing more. */
function isTaken(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      resolve(error === null || error === undefined);
    });
  });
}

export function isInPieces(content: ReportContent): content is Pieces {
  return typeof content === 'object' && 'pieces' in content;
}
