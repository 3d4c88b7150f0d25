import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { review, type Assessment } from '../../../review/index.js';
import { createWorkspace, root } from '../../support/workspace.js';

/** The paths of all designs that the project holds, below its root. */
export function allDesigns(): string[] {
  return ['examples', 'test/accuracy']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.split(path.sep).join('/')}`,
      ),
    )
    .filter((name) => name.endsWith('.meter') && /^design /m.test(readFileSync(path.join(root, name), 'utf8')))
    .sort();
}

/** The review of one design with all that it imports. */
export async function reviewOfDesign(name: string): Promise<Assessment> {
  const files: Record<string, string> = {};
  const open = [name];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files[file] !== undefined) continue;
    const text = readFileSync(path.join(root, file), 'utf8');
    files[file] = text;
    for (const [, target] of text.matchAll(/^import "([^"]+)"/gm)) open.push(path.posix.join(path.posix.dirname(file), target!));
  }
  return reviewOfTexts(files);
}

/** The review of the first design of some files. */
export async function reviewOfTexts(files: Readonly<Record<string, string>>): Promise<Assessment> {
  const { shared, uri } = await createWorkspace(files);
  const first = uri(Object.keys(files)[0]!).toString();
  const design = shared.meter.Designs.all().find((one) => one.files[0] === first)!;
  return review(design, '2026-11-24');
}
