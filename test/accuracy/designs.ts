import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../support/workspace.js';

/** The day that all designs are judged on. */
export const reviewDate = '2026-11-24';

/** A design with the files that it imports, by their paths below the project. */
export interface Judged {
  /** The path of its own file. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The designs that are meant to be without findings, but for those that the hardened example is known to keep. */
export function goodDesigns(): Judged[] {
  const references = referenceFiles().filter((file) => path.posix.basename(file) === 'good.meter');
  return ['examples/hardened.meter', ...references].flatMap(judged);
}

/** The designs that lack something. */
export function weakDesigns(): Judged[] {
  const faults = referenceFiles().filter((file) => path.posix.basename(file) !== 'good.meter');
  const scenarios = filesIn('test/accuracy/nescor').filter((file) => file.endsWith('-weak.meter'));
  return ['examples/riverside.meter', ...faults, ...scenarios].flatMap(judged);
}

function referenceFiles(): string[] {
  const folder = 'examples/reference';
  const folders = entriesOf(folder).filter((entry) => entry.isDirectory());
  return folders.flatMap((entry) => filesIn(`${folder}/${entry.name}`)).sort();
}

function filesIn(folder: string): string[] {
  const files = entriesOf(folder).filter((entry) => entry.isFile() && entry.name.endsWith('.meter'));
  return files.map((entry) => `${folder}/${entry.name}`).sort();
}

function entriesOf(folder: string) {
  const at = path.join(root, folder);
  return existsSync(at) ? readdirSync(at, { withFileTypes: true }) : [];
}

/** Nothing for a fragment: it is judged with the designs that import it. */
function judged(name: string): Judged[] {
  const files: Record<string, string> = {};
  const open = [name];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files[file] !== undefined) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    files[file] = text;
    const folder = path.posix.dirname(file);
    for (const [, target] of text.matchAll(/^import "([^"]+)"/gm)) open.push(path.posix.join(folder, target!));
  }
  return /^design /m.test(files[name]!) ? [{ name, files }] : [];
}

/** All files of some designs, each once. */
export function filesOf(designs: readonly Judged[]): Record<string, string> {
  return Object.assign({}, ...designs.map(({ files }) => files)) as Record<string, string>;
}
