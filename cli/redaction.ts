import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TellingContext } from '../report/formats/index.js';
import type { Reviewed } from '../report/problem.js';
import { redact, type RedactionKey } from '../report/redaction/index.js';
import { readKey, writeKey } from '../report/redaction/key-file.js';
import { readTexts } from './files.js';
import { UsageError } from './usage.js';
import { writeWhole } from './write.js';

/** Only who runs this reads the key by default; whoever else may is a decision. */
const ownerOnly = 0o600;

/** What to tell instead of a review, without names; the key is on the disk before any report is. */
export async function redactWith(
  file: string,
  reviewed: Reviewed,
  context: TellingContext,
): Promise<{ readonly reviewed: Reviewed; readonly context: TellingContext }> {
  const before = await keyIn(file);
  const redacted = redact(reviewed, before ?? { salt: randomBytes(16).toString('hex'), names: new Map() }, context);
  if (before === undefined || redacted.key.names.size > before.names.size) await writeWhole(file, writeKey(redacted.key), ownerOnly);
  return redacted;
}

/** The key that a file holds; undefined where there is no such file. */
async function keyIn(file: string): Promise<RedactionKey | undefined> {
  if (file.endsWith('.meter')) throw new UsageError(`--redact ${file} would overwrite a design; choose another name for the key`);
  if ((await stat(file).catch(() => undefined)) === undefined) return undefined;
  const { texts, unreadable } = await readTexts([file]);
  const text = texts.get(file);
  if (text === undefined) throw new UsageError(`cannot read the key ${file}: ${unreadable[0]?.reason}`);
  const key = readKey(text);
  if ('problem' in key) throw new UsageError(`${file} ${key.problem}`);
  return key;
}

/** A report that took the place of its key could not be undone. */
export function refuseOneFile(redact: string | undefined, output: string | undefined): void {
  if (redact === undefined || output === undefined || path.resolve(redact) !== path.resolve(output)) return;
  throw new UsageError(`--redact and --output name one file, ${output}: the key needs a file of its own`);
}
