import type { SubjectSort } from '../../semantics/index.js';
import type { Near } from '../nearest.js';

/** `a, b or c` */
export function alternatives(words: readonly string[]): string {
  return joined(words, 'or');
}

/** `a, b and c` */
export function together(words: readonly string[]): string {
  return joined(words, 'and');
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** `'a', 'b' or 'c'` */
export function quoted(names: readonly string[]): string {
  return alternatives(names.map((name) => `'${name}'`));
}

/** `'tls-1.3' ("https") or 'mutual-tls'` */
export function quotedNear(near: readonly Near[]): string {
  return alternatives(near.map(({ name, called }) => (called === undefined ? `'${name}'` : `'${name}' ("${called}")`)));
}

/** ` Did you mean 'a' or 'b'?`, where there are any. */
export function meantPerhaps(words: string): string {
  return words === '' ? '' : ` Did you mean ${words}?`;
}

const called: Readonly<Record<SubjectSort, string>> = {
  component: 'a component',
  zone: 'a zone',
  data: 'data',
  link: 'a link',
  flow: 'a flow',
  design: 'a design',
  protocol: 'a mechanism in a stack',
};

/** What a condition or a control is asked of, as a part of a sentence. */
export function sortInWords(sort: SubjectSort): string {
  return called[sort];
}

/** `a component or a zone` */
export function sortsListed(sorts: readonly SubjectSort[]): string {
  return alternatives(sorts.map(sortInWords));
}
