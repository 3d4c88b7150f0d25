import { codeSpan as code, escapeMarkdown } from '../report/page.js';

export { code };

const longestText = 1200;

/**
 * Hovers are Markdown, and everything in them that a user or the catalogue wrote is escaped: no link, no HTML, no command,
 * no heading. An address stays text, too: an editor would make a link of it by itself.
 */
export function escapedText(value: string): string {
  const kept = value.length > longestText ? `${value.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '')}…` : value;
  return escapeMarkdown(kept.replace(/^[ \t]+/gm, ''))
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`)
    .replace(/^(=+)$/gm, '\\$1')
    .replace(/\r?\n/g, '  \n');
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** The first lines, as many as fit in number and length, at least one; the rest is told by `left`. */
export function bounded<T>(
  items: readonly T[],
  tell: (item: T) => string,
  { most, characters = Infinity }: { most: number; characters?: number },
  left: (rest: readonly T[]) => string,
): string[] {
  const lines: string[] = [];
  let length = 0;
  for (const [index, item] of items.entries()) {
    const line = tell(item);
    length += line.length;
    if (index > 0 && (index >= most || length > characters)) return [...lines, left(items.slice(index))];
    lines.push(line);
  }
  return lines;
}

/** Names as code in one line, the rest of a long list by number. */
export function namesAsCode(list: readonly string[], most = 12): string {
  return bounded(list, code, { most }, (rest) => `${rest.length} more`).join(', ');
}

const longest = 9000;

/** Parts with a blank line between them, cut where a hover would grow too long to read. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  const joined = parts.filter((part) => part !== undefined && part !== '').join('\n\n');
  return joined.length > longest ? `${joined.slice(0, joined.lastIndexOf('\n', longest))}\n\n…` : joined;
}
