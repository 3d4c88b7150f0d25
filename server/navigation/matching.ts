export const exactly = 4;
const prefix = 3;
export const wordStart = 2;
const loosely = 1;

/** How well a name fits a query, from 0 (not at all) up. Of several words in a query, the one that fits worst counts. */
export function matches(query: string, name: string): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0 ? loosely : Math.min(...words.map((word) => matchesWord(word, name)));
}

function matchesWord(word: string, name: string): number {
  const lower = name.toLowerCase();
  if (lower === word) return exactly;
  if (lower.startsWith(word)) return prefix;
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) if (startsWord(name, at)) return wordStart;
  return lower.includes(word) || isScattered(word, name) ? loosely : 0;
}

/** All letters in their order, the first of them at the start of a word: `smt` in `smart-meter`. */
function isScattered(word: string, name: string): boolean {
  const lower = name.toLowerCase();
  for (let start = 0; start < lower.length; start++) {
    if (lower[start] !== word[0] || !startsWord(name, start)) continue;
    let next = start;
    let left = 0;
    while (left < word.length && (next = lower.indexOf(word.charAt(left), next)) >= 0) {
      next++;
      left++;
    }
    if (left === word.length) return true;
  }
  return false;
}

function startsWord(name: string, at: number): boolean {
  if (at === 0) return true;
  const [before, here] = [name.charAt(at - 1), name.charAt(at)];
  return /[-._]/.test(before) || (/\p{Ll}|\d/u.test(before) && /\p{Lu}/u.test(here)) || (/\d/.test(here) && !/\d/.test(before));
}
