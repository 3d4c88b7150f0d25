import { rename, rm, writeFile } from 'node:fs/promises';
import { reasonOf } from './files.js';
import { UsageError } from './usage.js';

/** Writes a report as a whole or not at all: into a file beside it first, which then takes its name. */
export async function writeWhole(file: string, content: string | Uint8Array, mode = 0o666): Promise<void> {
  if (file.endsWith('.meter')) throw new UsageError(`--output ${file} would overwrite a design; choose another name`);
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, content, { flag: 'wx', mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new UsageError(`cannot write ${file}: ${reasonOf(error)}`);
  }
}
