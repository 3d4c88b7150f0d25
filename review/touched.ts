import type { Gap } from './assessment.js';
import { gapKey, leavesOf } from './gaps.js';
import { decisiveKeys } from './implication.js';
import type { Judged } from './refine.js';
import { gapParts } from './told.js';

/** What of the pairs of one requirement is otherwise than before, as far as others ask it what it tells for them. */
export class Touched {
  private readonly elements = new Set<string>();
  private readonly keys = new Set<string>();

  /** A pair that came, went, or is told more loudly or quietly. */
  addAll({ element, decisive }: Judged): void {
    this.elements.add(element);
    for (const key of decisive) this.keys.add(key);
  }

  /** A pair of which other parts are open than before: whoever shares no leaf with these asks it for nothing else. */
  addDifference(element: string, before: Gap | undefined, now: Gap | undefined): void {
    const [one, other] = [partsByWords(before), partsByWords(now)];
    for (const [words, part] of [...one, ...other]) {
      if (one.has(words) && other.has(words)) continue;
      for (const key of decisiveKeys(part, element)) this.keys.add(key);
    }
  }

  concerns({ element, keys }: Judged): boolean {
    return this.elements.has(element) || keys.some((key) => this.keys.has(key));
  }
}

/** Parts of a gap by all that is asked of them when others are compared with them. */
function partsByWords(gap: Gap | undefined): ReadonlyMap<string, Gap> {
  return new Map(
    gap === undefined ? [] : gapParts(gap).map((part) => [`${leavesOf(part).some(({ stated }) => stated)} ${gapKey(part)}`, part]),
  );
}
