import type { Finding } from '../review/index.js';
import { listed } from './words.js';

/** Where else the same is open, behind a line about one element: ` (and on 'b')`, ` (and on 'b' and 3 others)`. Shortest last. */
export function othersWords(findings: readonly Finding[], told: Finding): readonly string[] {
  const names = [...new Set(findings.filter((one) => one !== told).map(({ element }) => `'${element}'`))];
  const [first, ...rest] = names;
  if (first === undefined) return [''];
  const counted = ` (and on ${names.length} more)`;
  if (rest.length < 2) return [` (and on ${listed(names, 'and')})`, counted];
  return [` (and on ${first} and ${rest.length} others)`, counted];
}
