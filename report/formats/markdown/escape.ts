import { atMost, oneLine } from '../../clean.js';

/** A text of any length has no place in a comment. */
const mostCharacters = 1_500;

/**
 * A text as text, on one line: no markup, no HTML, no cell border, no link. Forges look for `@name`, `#12`, `!12`, `%name`, `GH-12` and
 * addresses after rendering, where a backslash is gone already: invisible spaces keep these apart.
 */
export function mdText(text: string): string {
  return atMost(oneLine(text), mostCharacters)
    .replace(/([@#!%~^$&])(?=[\p{L}\p{N}_"'])/gu, '\u200B$1\u200B')
    .replace(/:(?=\S)/g, ':\u200B')
    .replace(/\bwww\./gi, '$&\u200B')
    .replace(/\bGH-(?=\d)/gi, '$&\u200B')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]|~$^]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=#]/, '\\$&');
}

/** A name or path in a code span, with a fence longer than any run of marks in it. In a table, `|` is a border even there. */
export function mdCode(text: string, inTable = false): string {
  const shown = atMost(oneLine(text), 300) || ' ';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  const span = `${fence}${pad}${shown}${pad}${fence}`;
  return inTable ? span.replaceAll('|', '\\|') : span;
}

/** A table with its heads; cells are Markdown already. */
export function mdTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
