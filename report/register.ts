import type { Decision } from '../language/model/index.js';
import { countRegister, type RegisterEntry } from '../summary/register.js';

/** `2 in force (the next ends on 2027-06-30, 218 days left), 1 past`; undefined where nothing was decided. */
export function registerWords(entries: readonly RegisterEntry[]): string | undefined {
  if (entries.length === 0) return undefined;
  const { counts, next } = countRegister(entries);
  return counts
    .map(({ standing, count }) => {
      const ends = standing === 'in force' && next !== undefined ? ` (the next ends on ${next.until}, ${daysWords(next.daysLeft)})` : '';
      return `${count} ${standing}${ends}`;
    })
    .join(', ');
}

/** A target as it is written; of one that reaches further, also how many elements it decides. */
export function reachWords({ element, covers, decision }: RegisterEntry): string {
  const isPlain = decision.targets.some((target) => target.reach === 'itself' && target.name === element);
  return isPlain ? element : `${element} (${covers.length} ${covers.length === 1 ? 'element' : 'elements'})`;
}

/** `218 days left`, `last day`, `ended 3 days ago` */
export function daysWords(daysLeft: number): string {
  if (daysLeft === 0) return 'last day';
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? 'day' : 'days'}`;
  return daysLeft > 0 ? `${days} left` : `ended ${days} ago`;
}

/** `accept until 2027-06-30: Replaced in Q2 (CISO)` */
export function decisionWords({ verb, until, because, by }: Decision): string {
  const reason = because ?? 'no reason given';
  return `${verb}${until === undefined ? '' : ` until ${until}`}: ${reason}${by === undefined ? '' : ` (${by})`}`;
}
