import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reviewed } from '../../report/problem.js';
import { review } from '../../review/index.js';
import { createWorkspace, root } from './workspace.js';

/** A review together with the texts that it was made from. */
export interface Told {
  readonly reviewed: Reviewed;
  readonly textOf: (uri: string) => string | undefined;
}

/** The files in the order given, reviewed as of one day. */
export async function reviewFiles(files: Readonly<Record<string, string>>, options: { catalogue?: boolean } = {}): Promise<Told> {
  const workspace = await createWorkspace(files, options);
  const assessments = workspace.shared.meter.Designs.all().map((architecture) => review(architecture, '2026-11-24'));
  const texts = new Map(Object.entries(files).map(([file, text]) => [workspace.uri(file).toString(), text]));
  return { reviewed: { assessments, problems: [], sources: workspace.shared.meter.Designs.sources() }, textOf: (uri) => texts.get(uri) };
}

export function exampleFiles(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(root, 'examples', name), 'utf8')]));
}

/** A catalogue and a design of its own in which every state occurs: small enough to read a report of it. */
export const smallDesign = {
  'small.meter': `define standard book "The Book" { edition "2" publisher "Ours" url "https://example.org/book" }
define standard other-book "Another Book"
define harm loss "Money is lost" { see book }
define threat theft "Theft" { leads to loss }
define control shut "Shut" on component
define control covered "Covered" on flow, link
define mechanism lid "Lid" on component { provides shut see book "7" }
define mechanism tape "Tape" on component { weak shut because "it peels" }
define mechanism wrap "Wrap" on link { provides covered }
define component thing "Thing"
define component lamp "Lamp"
define attribute hot "Hot" on component : yes | no
define requirement closed "Every thing is closed" {
    category integrity
    severity high
    applies to component where is thing
        needs shut
    mitigates theft
    see book "1.2", book "1.10" unverified
    because "Open things get wet."
    guidance "Put a lid on it. Tape peels."
}
define requirement wired "What flows is covered" {
    category confidentiality
    severity critical
    applies to flow
        needs covered on flow or on every hop
    see book "4", other-book
    because "Rain."
}
define requirement cool "Lamps stay cool" {
    severity low
    applies to component where is lamp
        needs hot = no
}
define requirement later "Is not asked" { severity low applies to component needs shut see book "9" }
define profile house "House" { includes closed, wired, cool }

design d "A small house" {
    version "1.0"
    owner "Ada"
    profile house
}
component box "The box" is thing { uses tape }
component hub is thing
component shed is thing { control shut planned for 2027-06-30 }
component end is thing { control shut by lid evidence "Photo 7" }
component lamp1 is lamp
component old is thing
component older is thing

link one "First wire": box -> hub over wrap
link two: hub -> end
flow f "Water": box -> hub -> end

accept closed on old until 2027-06-30 because "Is torn down | then" by "Ada"
exclude closed on older because "Nobody goes there"
accept closed on end until 2026-01-01 because "Had no lid yet" by "Bo"
`,
};
