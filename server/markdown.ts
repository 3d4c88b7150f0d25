import { escapeMarkdown } from '../report/page.js';

/** Hovers are Markdown, and everything in them that a user or the catalogue wrote is escaped: no link, no HTML, no command. */
export function text(value: string): string {
  return escapeMarkdown(value).replace(/\r?\n/g, '  \n');
}

export function code(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${value.startsWith('`') ? ' ' : ''}${value.replace(/[\r\n]+/g, ' ')}${value.endsWith('`') ? ' ' : ''}${fence}`;
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

const longest = 4000;

/** Parts with a blank line between them, cut where a hover would grow too long to read. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  const joined = parts.filter((part) => part !== undefined && part !== '').join('\n\n');
  return joined.length > longest ? `${joined.slice(0, joined.lastIndexOf('\n', longest))}\n\n…` : joined;
}
