import { createContainer } from '../../../workspace/index.js';

/** A place in a text at which something is completed. */
export interface Site {
  /** The text without what was taken out, and the cursor in it. */
  readonly hole: string;
  readonly offset: number;
  /** The token before and whether something was taken out: places with one role offer much the same. */
  readonly role: string;
  /** The line with the place, for messages. */
  readonly place: string;
}

const { parser } = createContainer().meter;

/**
 * Some places of a text, chosen by a seed: each name, number and day taken out, gaps before tokens and at the
 * ends of lines, and new lines.
 */
export function sitesIn(text: string, most: number, seed: number): Site[] {
  const { tokens } = parser.Lexer.tokenize(text);
  const sites: Site[] = [];
  const add = (start: number, end: number, before: string, what: 'name' | 'gap' | 'line', left = '', right = '') => {
    const hole = `${text.slice(0, start)}${left}${right}${text.slice(end)}`;
    const offset = start + left.length;
    const lineStart = hole.lastIndexOf('\n', offset - 1) + 1;
    const lineEnd = hole.indexOf('\n', offset);
    const place = `${hole.slice(lineStart, offset)}|${hole.slice(offset, lineEnd < 0 ? undefined : lineEnd)}`;
    sites.push({ hole, offset, role: `${what} behind ${before}`, place });
  };
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const sort = before === undefined ? 'the start' : /^[a-z]+$/.test(before.image) ? before.image : before.tokenType.name;
    const end = token.startOffset + token.image.length;
    if (['ID', 'INT', 'DATE'].includes(token.tokenType.name)) add(token.startOffset, end, sort, 'name');
    add(token.startOffset, token.startOffset, sort, 'gap', ' ', ' ');
    const after = text.slice(end);
    if (/^[ \t]*\r?\n/.test(after)) add(end, end, token.tokenType.name, 'gap', ' ');
  });
  for (const [index, match] of [...text.matchAll(/^/gm)].entries()) {
    add(match.index, match.index, 'a line', 'line', index % 2 === 0 ? '' : '    ', '\n');
  }
  return shuffled(sites, seed).slice(0, most);
}

/** A fixed order that looks like chance (mulberry32). */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return all
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
