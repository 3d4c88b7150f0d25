import { touch, type Edit } from '../language/writing/index.js';
import type { Snapshot } from '../workspace/index.js';
import { count, mostRounds, textsAfter, type Fixed } from './findings.js';

/** Makes every repair of a validation error that nobody has to be asked about, in some files of a workspace, until nothing changes. */
export async function repairMistakes(before: Snapshot, uris: ReadonlySet<string>): Promise<Fixed> {
  const texts = new Map<string, string>();
  const counts = new Map<string, number>();
  let now = before;
  for (let round = 0; round < mostRounds; round++) {
    const taken: Edit[] = [];
    for (const repair of certainIn(now, uris)) {
      // Repairs that touch wait for the next round, where the second may have gone with the first.
      if (repair.some((one) => taken.some((other) => touch(one, other)))) continue;
      taken.push(...repair);
      count(counts, repair[0]!.uri);
    }
    if (taken.length === 0) break;
    const changed = textsAfter(taken, now);
    for (const [uri, text] of changed) texts.set(uri, text);
    now = await now.with({ files: changed });
  }
  return { texts, counts, after: now };
}

function certainIn(snapshot: Snapshot, uris: ReadonlySet<string>): (readonly Edit[])[] {
  // Hints are no mistakes; `check` does not tell them.
  const mistakes = [...uris].sort().flatMap((uri) => snapshot.mistakes(uri).filter(({ severity }) => severity !== 'hint'));
  return mistakes.flatMap(({ repairs = [] }) => {
    const edits = repairs.find(({ certain }) => certain === true)?.edits ?? [];
    return edits.length > 0 && edits.every(({ uri }) => uris.has(uri)) ? [edits] : [];
  });
}
