import type { Definition } from '../language/model/index.js';
import { atMost, oneLine } from '../report/clean.js';

/** Longer texts are cut: the element's own place in the text tells all of it. */
const longest = 72;

/** A text of users on one line, without what could be taken for something else. */
export function plain(text: string): string {
  return atMost(oneLine(text), longest);
}

/** A text on one line that may be cut where it is set. */
export function uncut(text: string): string {
  return atMost(oneLine(text), 400);
}

/** What an element is called. */
export function elementLabel({ name, title }: { readonly name: string; readonly title: string | undefined }): string {
  const words = plain(title ?? name);
  return words === '' ? plain(name) : words;
}

/** The titles of some kinds as one reads them. */
export function kindWords(kinds: readonly string[], table: ReadonlyMap<string, Definition>): string {
  return plain(kinds.map((kind) => table.get(kind)?.title ?? kind).join(', '));
}

/** Of several kinds the first says what something is, and the others say more of it: a box has room for the first. */
export function firstKindWords(kinds: readonly string[], table: ReadonlyMap<string, Definition>): string {
  return kindWords(kinds.slice(0, 1), table);
}

/** `TLS 1.2, AEAD and forward secrecy` is `TLS 1.2` where there is no room. */
export function briefTitle(title: string): string {
  const head = title.split(/,| \(/)[0]!.trim();
  return head === '' ? title : head;
}

/** `250 000` */
export function numberWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u00A0');
}

/** `1 link`, `3 links` */
export function counting(count: number, one: string): string {
  return `${numberWords(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** Some names, and how many more there are. */
export function someOf(names: readonly string[], most: number): string {
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
