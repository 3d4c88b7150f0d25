import { atMost, printable } from '../../clean.js';

/** HTML that is safe to put into a page. Only `html` makes it: everything else is text. */
export interface Markup {
  readonly markup: string;
}

/** A text longer than this is cut: nobody reads it, and it would fill the page. */
const mostCharacters = 4_000;

const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * `` html`<b>${text}</b>` ``: texts and numbers are escaped, for elements and for quoted attributes; markup stays what it is. The
 * indentation of the code does not go into the page.
 */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Markup | readonly Markup[] | undefined)[]
): Markup {
  let fixed = compacted.get(parts);
  if (fixed === undefined) compacted.set(parts, (fixed = parts.map((part) => part.replace(/\s*\n\s*/g, '\n'))));
  return { markup: fixed.map((part, at) => (at === 0 ? '' : shown(values[at - 1])) + part).join('') };
}

/** Parts with nothing between them, or with a text. */
export function joined(parts: readonly Markup[], between = ''): Markup {
  return { markup: parts.map(({ markup }) => markup).join(escape(between)) };
}

function shown(value: string | number | Markup | readonly Markup[] | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

function escape(text: string): string {
  return atMost(printable(text), mostCharacters).replace(/[&<>"'`]/g, (character) => entities[character]!);
}

/** A link where the address is one of the web; else the words alone. */
export function webLink(address: string | undefined, words: string): Markup {
  const isWeb = address !== undefined && /^https:\/\/[^\s"'<>\\^`{|}]+$/.test(address) && address.length < 2_000;
  return isWeb ? html`<a href="${address}">${words}</a>` : html`${words}`;
}
