import { tokens } from './support.js';

type Random = () => number;

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const blanks = [' ', '  ', '   ', '\t', ' \t ', '        '];
const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** A text with other white space between its tokens; `gap` makes it from what stood there. */
function respaced(text: string, gap: (now: string, before: string, after: string) => string): string {
  let result = '';
  let end = 0;
  let before = '';
  for (const { image, startOffset } of tokens(text)) {
    result += gap(text.slice(end, startOffset), before, image) + image;
    before = image;
    end = startOffset + image.length;
  }
  return result + gap(text.slice(end), before, '');
}

const breaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

/** Other spaces and other numbers of blank lines; every line break stays, and none is added. */
export function otherSpaces(text: string, random: Random): string {
  return respaced(text, (now, before, after) => {
    const count = breaksIn(now);
    if (count === 0) return now === '' || after === '' ? pick(random, ['', ...blanks]) : pick(random, blanks);
    const lines = count === 1 ? 1 : 2 + Math.floor(random() * 3);
    const indented = Array.from({ length: lines }, () => `\n${pick(random, ['', ...blanks])}`).join('');
    // Spaces behind a line comment would be part of it.
    return before.startsWith('//') ? indented : pick(random, ['', ...blanks]) + indented;
  });
}

const comments = ['/* c */', '// c\n', '/** doc */', '/* 猫\n 🐱 */', '// 猫🐱\n'];

/** Other spaces, line breaks and comments anywhere. */
export function otherLayout(text: string, random: Random): string {
  const white = (): string => (random() < 0.25 ? pick(random, ['\n', '\n\n', ' \n\t', '\n\n\n  ']) : pick(random, blanks));
  return respaced(text, (now, before, after) => {
    // Most stays, so that the text keeps parts that are like those that people write.
    if (random() < 0.6) return now;
    const inserted = random() < 0.15 ? white() + pick(random, comments) + white() : white();
    const behind = before.startsWith('//') ? '\n' : '';
    return behind + (after === '' ? inserted.replace(/\S[\s\S]*$/, '') : inserted);
  });
}
