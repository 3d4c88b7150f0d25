import type { MeterSharedServices } from '../language/module.js';
import type { Architecture } from '../language/model/index.js';
import type { SourceMap } from '../language/source/index.js';
import { bestFixes, merged, type Assessment, type Finding, type Fix } from '../review/index.js';
import { copied, replaceTexts, textsAfter } from './workspace.js';

/** A round takes every preferred fix that touches no text of another; what a mechanism brings into scope takes a further round. */
export const mostRounds = 12;

export interface Wanted {
  /** The files that may be changed. A fix that would write into another one, too, is not taken. */
  readonly uris: ReadonlySet<string>;
  readonly review: (architecture: Architecture) => Assessment;
  /** The reviews of the workspace as it stands, where there are some. */
  readonly first?: readonly Assessment[];
  /** Which findings are fixed; all by default. */
  readonly takes?: (finding: Finding, assessment: Assessment) => boolean;
  /** Whether the services may be changed; otherwise a copy of them is. */
  readonly inPlace?: boolean;
}

export interface Fixed {
  /** The texts that differ from before, by address. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were taken in each file. */
  readonly counts: ReadonlyMap<string, number>;
  /** The reviews afterwards. */
  readonly assessments: readonly Assessment[];
  /** Where what they are about stands afterwards. */
  readonly sources: SourceMap;
}

/** Takes the preferred fix of every finding until nothing changes. */
export async function fixFindings(original: MeterSharedServices, wanted: Wanted): Promise<Fixed> {
  const texts = new Map<string, string>();
  const counts = new Map<string, number>();
  let shared = original;
  let sources = shared.meter.Designs.sources();
  let assessments = wanted.first ?? shared.meter.Designs.all().map(wanted.review);
  for (let round = 0; round < mostRounds; round++) {
    const fixes = distinct(assessments.flatMap((assessment) => preferredOf(assessment, sources, wanted)));
    const { edits, left } = merged(fixes, sources);
    if (edits.length === 0) break;
    if (shared === original && wanted.inPlace !== true) shared = copied(original);
    const changed = textsAfter(edits, shared);
    for (const fix of fixes) if (!left.includes(fix)) count(counts, fix.edits[0]!.uri);
    for (const [uri, text] of changed) texts.set(uri, text);
    await replaceTexts(shared, changed, false);
    sources = shared.meter.Designs.sources();
    assessments = shared.meter.Designs.all().map(wanted.review);
  }
  return { texts, counts, assessments, sources };
}

function preferredOf(assessment: Assessment, sources: SourceMap, { uris, takes }: Wanted): Fix[] {
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

export function count(counts: Map<string, number>, uri: string): void {
  counts.set(uri, (counts.get(uri) ?? 0) + 1);
}
