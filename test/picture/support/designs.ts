import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { review, type Assessment } from '../../../review/index.js';
import { createWorkspace, root } from '../../support/workspace.js';

/** The reviews of all designs that the project holds, by their paths below its root. */
export async function reviewsOfAllDesigns(): Promise<ReadonlyMap<string, Assessment>> {
  const names = ['examples', 'test/accuracy']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.split(path.sep).join('/')}`,
      ),
    )
    .filter((name) => name.endsWith('.meter'))
    .sort();
  const { shared, uri } = await createWorkspace(
    Object.fromEntries(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')])),
  );
  const files = new Map(names.map((name) => [uri(name).toString(), name]));
  const designs = shared.meter.Designs.all().filter(({ design }) => !design.implicit);
  return new Map(designs.map((design) => [files.get(design.files[0]!)!, review(design, '2026-11-24')]));
}

/** The review of the only design of some files. */
export async function reviewOfTexts(files: Readonly<Record<string, string>>): Promise<Assessment> {
  const { shared } = await createWorkspace(files);
  return review(shared.meter.Designs.all()[0]!, '2026-11-24');
}
