/** The nearest of the known words that are near enough to be meant, nearest first; at most `most`. */
export function nearestOf(word: string, known: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const ranked: { name: string; distance: number }[] = [];
  for (const name of known) {
    if (Math.abs(name.length - word.length) > limit) continue;
    const apart = distance(word, name);
    if (apart <= limit) ranked.push({ name, distance: apart });
  }
  ranked.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, most).map(({ name }) => name);
}

/** Longer names that hold a word as one of their parts: first those that end in it, `smart-meter` for `meter`. */
export function longerOf(word: string, known: Iterable<string>, most = 3): string[] {
  const longer = [...known].filter((name) => name !== word && `-${name}-`.includes(`-${word}-`));
  const rank = (name: string) => (name.endsWith(`-${word}`) ? 0 : 1000) + name.length;
  return longer.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, most);
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

/** `'a', 'b' or 'c'` */
export function quoted(names: readonly string[]): string {
  const words = names.map((name) => `'${name}'`);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
