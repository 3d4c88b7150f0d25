import { UriUtils, URI } from 'langium';
import { contains } from '../../language/names/folders.js';
import { compareWithBaseline } from '../../history/baseline.js';
import { readBaseline } from '../../history/baseline-file.js';
import type { Assessment, Finding } from '../../review/index.js';
import type { MeterServerSharedServices } from '../module.js';

/** The text of the baseline that each folder's project names, by folder; none where it names none. */
export async function baselineTexts({ meter, server, workspace }: MeterServerSharedServices): Promise<ReadonlyMap<URI, string>> {
  const texts = new Map<URI, string>();
  for (const folder of meter.WorkspaceFolders.all()) {
    const { baseline } = server.Projects.of(folder);
    if (baseline === undefined) continue;
    const text = await workspace.FileSystemProvider.readFile(UriUtils.resolvePath(folder, baseline));
    if (text !== '') texts.set(folder, text);
  }
  return texts;
}

/** The findings that the baseline of their folder does not know, or knows as less; undefined where no baseline can be read. */
export function newFindings(assessments: readonly Assessment[], texts: ReadonlyMap<URI, string>): ReadonlySet<Finding> | undefined {
  let found: Set<Finding> | undefined;
  for (const [folder, text] of texts) {
    const baseline = readBaseline(text);
    if ('fault' in baseline) continue;
    found ??= new Set();
    const own = assessments.filter(({ architecture }) => contains(folder, URI.parse(architecture.files[0]!)));
    for (const [finding, { against }] of compareWithBaseline(own, baseline).statuses) if (against !== 'known') found.add(finding);
  }
  return found;
}
