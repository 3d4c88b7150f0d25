import { UriUtils, URI, type FileSystemProvider } from 'langium';
import { contains } from '../../language/names/folders.js';
import { baselineDesigns, compareWithBaseline, withFiles } from '../../history/baseline.js';
import { readBaseline } from '../../history/baseline-file.js';
import type { Assessment, Finding } from '../../review/index.js';
import { isReachedWithoutLinks } from '../links.js';
import type { Projects } from '../projects.js';

/** A baseline that a project names, as it was read. */
export interface ReadBaseline {
  /** The folder of the workspace that it is about. */
  readonly folder: URI;
  readonly file: URI;
  readonly text: string;
}

/** The baseline that each folder's project names, where it lies in that folder; none where it names none. */
export async function readBaselines(folders: readonly URI[], projects: Projects, files: FileSystemProvider): Promise<ReadBaseline[]> {
  const found: ReadBaseline[] = [];
  for (const folder of folders) {
    const { baseline } = projects.of(folder);
    if (baseline === undefined) continue;
    const file = UriUtils.resolvePath(folder, baseline);
    if (!contains(folder, file) || !(await isReachedWithoutLinks(file, folder, files))) continue;
    const text = await files.readFile(file);
    if (text !== '') found.push({ folder, file, text });
  }
  return found;
}

/**
 * The findings that the baseline of their folder does not know, or knows as less; undefined where no baseline can be read. `isThere` says of an
 * address whether a design still stands in that file.
 */
export function newFindings(
  assessments: readonly Assessment[],
  baselines: readonly ReadBaseline[],
  isThere: (uri: string) => boolean,
): ReadonlySet<Finding> | undefined {
  let found: Set<Finding> | undefined;
  for (const { folder, file, text } of baselines) {
    const baseline = readBaseline(text);
    if ('fault' in baseline) continue;
    found ??= new Set();
    const own = assessments.filter(({ architecture }) => contains(folder, URI.parse(architecture.files[0]!)));
    const addressOf = (path: string) => UriUtils.resolvePath(UriUtils.dirname(file), path).toString();
    const known = withFiles(baseline, addressOf);
    const designs = baselineDesigns(own, ({ architecture }) => architecture.files[0]!);
    for (const [finding, { against }] of compareWithBaseline(designs, known, isThere).statuses) if (against !== 'known') found.add(finding);
  }
  return found;
}
