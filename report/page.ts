import { forTerminal } from './clean.js';

/** A word, or the name of something that may have a page of its own. */
export type PagePart = string | { readonly text: string; readonly page: string };

/** What is indented belongs to the line before it. */
export interface PageLine {
  readonly parts: readonly PagePart[];
  readonly indented: boolean;
}

export interface PageSection {
  /** For viewers that tell such sections in a way of their own. */
  readonly about?: 'rules' | 'conditions' | 'closing' | 'threats' | 'references';
  readonly title: string;
  readonly lines: readonly PageLine[];
}

/** One page of the handbook, whatever it is shown in. */
export interface Page {
  readonly heading: string;
  readonly intro: readonly string[];
  readonly sections: readonly PageSection[];
}

export function pageLine(...parts: readonly PagePart[]): PageLine {
  return { parts, indented: false };
}

/** For terminals. */
export function pageText(page: Page): string {
  const text = ({ parts, indented }: PageLine) =>
    `${indented ? '    ' : '  '}${parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')}`;
  const body = filled(page).map(({ title, lines }) => `${title}\n${lines.map(text).join('\n')}\n`);
  return forTerminal([`${page.heading}\n${'='.repeat(page.heading.length)}`, ...page.intro, '', ...body].join('\n'));
}

/**
 * For viewers of Markdown. What the catalogue says is text, never markup.
 * `addressOf` says where a page stands; without it, or where it says nothing, names are text.
 */
export function pageMarkdown(page: Page, addressOf: (page: string) => string | undefined = () => undefined): string {
  const partOf = (part: PagePart): string => {
    if (typeof part === 'string') return escapeMarkdown(part);
    const address = addressOf(part.page);
    return address === undefined ? escapeMarkdown(part.text) : `[${escapeMarkdown(part.text)}](${address})`;
  };
  const text = ({ parts }: PageLine) => parts.map(partOf).join('');
  const listOf = (lines: readonly PageLine[]) =>
    lines.length === 1 ? text(lines[0]!) : lines.map((one) => `${one.indented ? '  ' : ''}- ${text(one)}`).join('\n');
  const body = filled(page).map(({ title, lines }) => `## ${title}\n\n${listOf(lines)}\n`);
  return [`# ${escapeMarkdown(page.heading)}\n`, ...page.intro.map((one) => `${escapeMarkdown(one)}\n`), ...body].join('\n');
}

function filled({ sections }: Page): readonly PageSection[] {
  return sections.filter(({ lines }) => lines.length > 0);
}

export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~$@]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*)(\d+)\./gm, '$1$2\\.')
    .replace(/^(\s*)-/gm, '$1\\-');
}

/** A word as code, between more backticks than it holds in a row. */
export function codeSpan(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${value.startsWith('`') ? ' ' : ''}${value.replace(/[\r\n]+/g, ' ')}${value.endsWith('`') ? ' ' : ''}${fence}`;
}
