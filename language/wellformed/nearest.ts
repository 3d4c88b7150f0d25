import { alike } from '../semantics/everyday.js';

/** A known name that a word may have meant, and why. */
export interface Near {
  readonly name: string;
  /** The everyday name by which it was found; undefined where the name itself is near. */
  readonly called: string | undefined;
  /** The same word but for capitals and dashes; what it is called; what it is a part of; or a slip of the keyboard away. */
  readonly by: 'same' | 'called' | 'part' | 'slip';
}

/** The everyday names of a known one. */
export type Called = (name: string) => readonly string[];

/**
 * The known names that a word may have meant, the likeliest first; at most `most`. What the word begins, is a part of or is called goes
 * before what a slip of the keyboard explains: `gbcs` is the beginning of `gbcs-message`, and no way to write `gprs`.
 */
export function nearOf(word: string, known: Iterable<string>, called: Called = () => [], most = 3): Near[] {
  const key = alike(word);
  if (key === '') return [];
  const ranked: (Near & { readonly rank: number; readonly apart: number })[] = [];
  for (const name of new Set(known)) {
    const own = rankOf(key, alike(name));
    let best: (typeof ranked)[number] | undefined = own && { name, called: undefined, ...own };
    for (const everyday of called(name)) {
      const found = rankOf(key, alike(everyday));
      // An everyday name that is just the word says more than a name that only begins or ends with it.
      const rank = found === undefined ? Infinity : found.rank + 0.5;
      if (found !== undefined && (best === undefined || rank < best.rank))
        best = { name, called: everyday, by: found.rank === slipRank ? 'slip' : 'called', rank, apart: found.apart };
    }
    if (best !== undefined) ranked.push(best);
  }
  ranked.sort((a, b) => a.rank - b.rank || a.apart - b.apart || (a.name < b.name ? -1 : 1));
  const [first] = ranked;
  const closest = Math.min(...ranked.filter(({ by }) => by === 'slip').map(({ apart }) => apart));
  const meant = ranked.filter(({ by, apart, rank }) => {
    // Beside the same word, written another way, nothing else can have been meant; and beside one slip no three of them.
    if (first?.by === 'same') return by === 'same';
    return rank < slipRank || apart <= closest + 1;
  });
  return meant.slice(0, most).map(({ name, called: everyday, by }) => ({ name, called: everyday, by }));
}

/** The nearest of the known words that are near enough to be meant, nearest first; at most `most`. */
export function nearestOf(word: string, known: Iterable<string>, most = 3): string[] {
  return nearOf(word, known, undefined, most).map(({ name }) => name);
}

/** A beginning or part of fewer letters says nothing. */
const shortest = 3;

interface Rank {
  /** 0: the same; 1: its last part; 2: its first parts; 3: a part of it; 4: its beginning; 5: letters apart. */
  readonly rank: number;
  readonly apart: number;
  readonly by: Near['by'];
}

function rankOf(word: string, name: string): Rank | undefined {
  if (word === name) return { rank: 0, apart: 0, by: 'same' };
  const longer = name.length - word.length;
  const limit = mostApart(word.length);
  const part = partRank(word, name);
  if (part !== undefined) return { rank: part, apart: longer, by: longer <= limit ? 'slip' : 'part' };
  if (Math.abs(longer) > limit) return undefined;
  const apart = distance(word, name);
  return apart <= limit ? { rank: slipRank, apart, by: 'slip' } : undefined;
}

/** Behind all that a word is a part of. */
const slipRank = 5;

function partRank(word: string, name: string): number | undefined {
  if (word.length < shortest) return undefined;
  if (name.endsWith(` ${word}`)) return 1;
  if (name.startsWith(`${word} `)) return 2;
  if (name.includes(` ${word} `)) return 3;
  return name.startsWith(word) ? 4 : undefined;
}

/** A word with a third of its letters changed is another word; one of two letters or fewer is never near. */
function mostApart(length: number): number {
  return length < shortest ? 0 : Math.max(1, Math.floor(length / 3));
}

/** Letters to insert, delete, replace or swap between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
