import { leafKey, leavesOf, type Gap, type Leaf } from '../../../review/index.js';
import { randomFrom } from './random.js';

/** Whether a gap is closed once the leaves of which this holds are. */
export function isClosed(gap: Gap | undefined, isMet: (leaf: Leaf) => boolean): boolean {
  if (gap === undefined) return true;
  if (gap.kind === 'control' || gap.kind === 'condition') return isMet(gap);
  return gap.kind === 'and' ? gap.gaps.every((part) => isClosed(part, isMet)) : gap.gaps.some((part) => isClosed(part, isMet));
}

/** So many leaves are tried in all combinations; of more a sample is taken. */
const most = 10;

/** Whether everything that closes one gap closes the other, found out by trying. */
export function implies(one: Gap, other: Gap): boolean {
  const keys = [...new Set([...leavesOf(one), ...leavesOf(other)].map(leafKey))];
  const random = randomFrom(keys.length);
  const tries = 2 ** Math.min(keys.length, most);
  for (let attempt = 0; attempt < tries; attempt++) {
    const met = new Set(keys.filter((_, at) => (keys.length > most ? random() < 0.6 : (attempt >> at) & 1)));
    const isMet = (leaf: Leaf) => met.has(leafKey(leaf));
    if (isClosed(one, isMet) && !isClosed(other, isMet)) return false;
  }
  return true;
}
