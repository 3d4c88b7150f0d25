import type { LangiumDocument } from 'langium';
import type { MeterSharedServices } from '../language/module.js';
import type { Repair } from '../language/wellformed/mistake.js';
import { count, mostRounds } from './findings.js';
import { edited, replaceTexts, type Replacement } from './workspace.js';

type Diagnostic = NonNullable<LangiumDocument['diagnostics']>[number];
/** What a diagnostic of a mistake carries: `Repair` with the editor's ranges. */
interface Carried extends Pick<Repair, 'title' | 'certain'> {
  readonly edits: readonly { readonly uri: string; readonly range: Diagnostic['range']; readonly newText: string }[];
}

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
    const taken: Replacement[] = [];
    for (const repair of certainIn(shared, uris)) {
      // Repairs that touch wait for the next round, where the second may have gone with the first.
      if (repair.some((one) => taken.some((other) => touch(one, other)))) continue;
      taken.push(...repair);
      count(counts, repair[0]!.uri);
    }
    if (taken.length === 0) break;
    const changed = edited(shared, taken);
    for (const [uri, text] of changed) texts.set(uri, text);
    await replaceTexts(shared, changed, true);
  }
  return { texts, counts };
}

function certainIn(shared: MeterSharedServices, uris: ReadonlySet<string>): Replacement[][] {
  const { LangiumDocuments } = shared.workspace;
  const documents = LangiumDocuments.all.filter(({ uri }) => uris.has(uri.toString())).toArray();
  const offsets = new Map(documents.map((document) => [document.uri.toString(), document.textDocument]));
  return documents.flatMap((document) =>
    (document.diagnostics ?? [])
      .filter(({ severity }) => severity !== hint)
      .flatMap(({ data }) => {
        const carried = (data as { fixes?: readonly Carried[] } | undefined)?.fixes?.find(({ certain }) => certain === true);
        if (carried === undefined || carried.edits.length === 0 || !carried.edits.every(({ uri }) => uris.has(uri))) return [];
        return [
          carried.edits.map(({ uri, range, newText }) => {
            const text = offsets.get(uri)!;
            return { uri, start: text.offsetAt(range.start), end: text.offsetAt(range.end), newText };
          }),
        ];
      }),
  );
}

function touch(a: Replacement, b: Replacement): boolean {
  return a.uri === b.uri && a.start <= b.end && b.start <= a.end;
}
