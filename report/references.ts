import { conditionWords } from '../language/semantics/index.js';
import type { Catalogue, Citation } from '../language/model/index.js';
import { standardName } from '../review/index.js';

/** What the sign behind a place of a document says, told once a chapter. */
export const unverifiedNote = '* behind a place of a document: not checked against its text.';

/** `IEC 62443-3-3: SR 1.1 RE 2 (in part), SR 1.5*; GDPR*`: a document is named once with all of its places. */
export function referencesWords(see: readonly Citation[], catalogue: Catalogue): string {
  const byStandard = new Map<string, string[]>();
  for (const citation of see) {
    const places = byStandard.get(citation.standard) ?? [];
    byStandard.set(citation.standard, [...places, placeWords(citation)]);
  }
  return [...byStandard]
    .map(([standard, places]) => {
      const [only] = places;
      const name = standardName(standard, catalogue);
      return places.length === 1 && only !== undefined && /^\*?$/.test(only) ? `${name}${only}` : `${name}: ${places.join(', ')}`;
    })
    .join('; ');
}

function placeWords({ clause, part, condition, unverified }: Citation): string {
  const told = [...(part ? ['in part'] : []), ...(condition === undefined ? [] : [`where ${conditionWords(condition)}`])];
  const words = [...(clause === undefined ? [] : [clause]), ...(told.length === 0 ? [] : [`(${told.join('; ')})`])].join(' ');
  return `${words}${unverified ? '*' : ''}`;
}
