import type { MeterSharedServices } from '../language/module.js';
import type { Repair } from '../language/wellformed/mistake.js';
import { touch, type Edit } from '../language/writing/index.js';
import { count, mostRounds } from './findings.js';
import { replaceTexts, textsAfter } from './workspace.js';

/** Hints are no mistakes; `check` does not tell them. */
const hint = 4;

export interface Repaired {
  readonly texts: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Makes every repair of a mistake of writing that nobody has to be asked about, in some files of a validated workspace, which is changed,
 * until nothing changes.
 */
export async function repairMistakes(shared: MeterSharedServices, uris: ReadonlySet<string>): Promise<Repaired> {
  const texts = new Map<string, string>();
  const counts = new Map<string, number>();
  for (let round = 0; round < mostRounds; round++) {
    const taken: Edit[] = [];
    for (const repair of certainIn(shared, uris)) {
      // Repairs that touch wait for the next round, where the second may have gone with the first.
      if (repair.some((one) => taken.some((other) => touch(one, other)))) continue;
      taken.push(...repair);
      count(counts, repair[0]!.uri);
    }
    if (taken.length === 0) break;
    const changed = textsAfter(taken, shared);
    for (const [uri, text] of changed) texts.set(uri, text);
    await replaceTexts(shared, changed, true);
  }
  return { texts, counts };
}

function certainIn(shared: MeterSharedServices, uris: ReadonlySet<string>): (readonly Edit[])[] {
  const documents = shared.workspace.LangiumDocuments.all.filter(({ uri }) => uris.has(uri.toString())).toArray();
  return documents.flatMap((document) =>
    (document.diagnostics ?? [])
      .filter(({ severity }) => severity !== hint)
      .flatMap(({ data }) => {
        const repair = (data as { fixes?: readonly Repair[] } | undefined)?.fixes?.find(({ certain }) => certain === true);
        const isAllowed = repair !== undefined && repair.edits.length > 0 && repair.edits.every(({ uri }) => uris.has(uri));
        return isAllowed ? [repair.edits] : [];
      }),
  );
}
