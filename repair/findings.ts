// The room `repair/`: fixes and repairs taken until nothing changes, from one snapshot to the next. Touches no disk.
// May import `review`, `reach`, `workspace`, `language/source`, `language/writing`.

import type { SourceMap } from '../language/source/index.js';
import { editedFiles, type Edit } from '../language/writing/index.js';
import { bestFixes, merged, type Assessment, type Finding, type Fix } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';

/** A round takes every preferred fix that touches no text of another; what a mechanism brings into scope takes a further round. */
export const mostRounds = 12;

export interface WantedFixes {
  /** The files that may be changed. A fix that would write into another one, too, is not taken. */
  readonly uris: ReadonlySet<string>;
  /** Which findings are fixed; all by default. */
  readonly takes?: (finding: Finding, assessment: Assessment) => boolean;
}

export interface Fixed {
  /** The texts that differ from before, by address. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were taken in each file. */
  readonly counts: ReadonlyMap<string, number>;
  /** The workspace afterwards. */
  readonly after: Snapshot;
}

/** Takes the preferred fix of every finding until nothing changes. */
export async function fixFindings(before: Snapshot, wanted: WantedFixes): Promise<Fixed> {
  const texts = new Map<string, string>();
  const counts = new Map<string, number>();
  let now = before;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = distinct(now.assessments.flatMap((assessment) => preferredOf(assessment, now.sources, wanted)));
    const { edits, left } = merged(fixes, now.sources);
    if (edits.length === 0) break;
    const changed = textsAfter(edits, now);
    for (const fix of fixes) if (!left.includes(fix)) count(counts, fix.edits[0]!.uri);
    for (const [uri, text] of changed) texts.set(uri, text);
    now = await now.with({ files: changed });
  }
  return { texts, counts, after: now };
}

function preferredOf(assessment: Assessment, sources: SourceMap, { uris, takes }: WantedFixes): Fix[] {
  return assessment.findings
    .filter((finding) => uris.has(finding.file) && (takes === undefined || takes(finding, assessment)))
    .flatMap((finding) => bestFixes(finding, assessment, sources))
    .filter((fix) => fix.edits.every((edit) => uris.has(edit.uri)));
}

/** Of fixes that close the same, the first. Elements of two designs may have one name, but not in one file. */
function distinct(fixes: readonly Fix[]): Fix[] {
  const seen = new Set<string>();
  return fixes.filter(({ closes, edits }) => {
    const key = `${edits[0]?.uri} ${closes?.element} ${closes?.what}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The texts of files after edits that do not touch each other, by address. */
export function textsAfter(edits: readonly Edit[], snapshot: Snapshot): Map<string, string> {
  return editedFiles(edits, (uri) => snapshot.textOf(uri) ?? '');
}

export function count(counts: Map<string, number>, uri: string): void {
  counts.set(uri, (counts.get(uri) ?? 0) + 1);
}
