import type { Catalogue } from '../language/model/index.js';
import { nearestWord, UsageError } from './usage.js';

/** Refuses a harm that is not counted in homes, since no way is found to it. */
export function checkHarm(harm: string, catalogue: Catalogue): void {
  const counted = [...catalogue.harms.values()].filter(({ counts }) => counts !== undefined).map(({ name }) => name);
  if (counted.includes(harm)) return;
  const near = nearestWord(harm, counted);
  const known = near === undefined ? `there are ${counted.join(', ')}` : `did you mean '${near}'?`;
  throw new UsageError(`there is no harm '${harm}' that is counted; ${known}`);
}
