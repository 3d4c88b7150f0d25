import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { oneOf, type Random } from '../laws/support/random.js';
import { parts, town } from '../language/incremental/bases.js';
import { hostileDesign } from '../support/hostile.js';
import { namelessFiles } from '../support/nameless.js';
import { root } from '../support/workspace.js';

const problems = path.join(root, 'test/language/problems');

/** Texts that hold every statement, every mistake and every attack that is known. */
export const corpus: readonly string[] = [
  town,
  parts,
  hostileDesign,
  ...Object.values(namelessFiles),
  ...readdirSync(problems).map((file) => readFileSync(path.join(problems, file), 'utf8')),
];

const oddCharacters = [
  '\0',
  '\u202E',
  '\uFEFF',
  '\u2028',
  '\uD800',
  '\u{1F600}',
  '"',
  '{',
  '}',
  '(',
  '/*',
  '*/',
  '//',
  '\\',
  '\r',
  '->',
  ':',
  '@',
  '::error ::x',
  '9'.repeat(400),
];
const oddNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'design', 'undefined'];

/** A text that nobody chose: one of the corpus, or two of them mixed, changed in some places. */
export function someText(random: Random): string {
  let text = oneOf(corpus, random)!;
  if (random() < 0.3) text = mixed(text, oneOf(corpus, random)!, random);
  for (let changes = Math.floor(random() * 8); changes >= 0; changes--) text = changed(text, random);
  return text;
}

function mixed(one: string, other: string, random: Random): string {
  const [lines, more] = [one.split('\n'), other.split('\n')];
  return lines.flatMap((line) => (random() < 0.3 ? [line, oneOf(more, random)!] : [line])).join('\n');
}

function changed(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() ** 3 * 200);
  const words = [...text.matchAll(/[\w-]+/g)];
  const word = oneOf(words, random);
  switch (Math.floor(random() * 6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    case 2:
      return text.slice(0, at) + oneOf(oddCharacters, random)! + text.slice(at);
    case 3:
      return word === undefined ? text : text.slice(0, word.index) + oneOf(oddNames, random)! + text.slice(word.index + word[0].length);
    case 4:
      return word === undefined ? text : text.slice(0, word.index) + oneOf(words, random)![0] + text.slice(word.index + word[0].length);
    default:
      return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x300)) + text.slice(at);
  }
}
