import type { CompletionItem } from 'vscode-languageserver';
import { offsetAt } from '../in-process.js';

/** A text, and the cursor in it. */
export interface Written {
  readonly text: string;
  readonly offset: number;
}

type Position = Parameters<typeof offsetAt>[1];

/** The text after an item is taken, and where the cursor stands then. */
export function insert(text: string, item: CompletionItem): Written {
  const edit = item.textEdit as { range: { start: Position; end: Position }; newText: string };
  const newText = item.insertTextFormat === 2 ? withDefaults(edit.newText) : edit.newText;
  const main = { start: offsetAt(text, edit.range.start), end: offsetAt(text, edit.range.end), inserted: newText };
  const more = (item.additionalTextEdits ?? []).map(({ range, newText: inserted }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    inserted,
  }));
  let result = text;
  for (const { start, end, inserted } of [main, ...more].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  const before = more.filter(({ start }) => start <= main.start);
  const shift = before.reduce((sum, one) => sum + one.inserted.length - (one.end - one.start), 0);
  return { text: result, offset: main.start + shift + newText.length };
}

/** A snippet with what its places hold. */
export function withDefaults(snippet: string): string {
  return snippet.replace(/\$\{\d+\|([^|,]*)[^|]*\|\}/g, '$1').replace(/\$\{\d+:([^}]*)\}/g, '$1');
}

/** Whoever goes on behind a word writes a space first. */
export function spaced({ text, offset }: Written): Written {
  if (/\s/.test(text[offset - 1] ?? ' ')) return { text, offset };
  return { text: `${text.slice(0, offset)} ${text.slice(offset)}`, offset: offset + 1 };
}

/** The ways to go on: with what is offered first, or with what only the author can write. */
export function finish({ text, offset }: Written, first: CompletionItem | undefined): Written[] {
  const before = /(\S*)\s*$/.exec(text.slice(0, offset))![1]!;
  const ways = first === undefined ? [] : [spaced(insert(text, first))];
  for (const word of writtenBehind(before)) {
    ways.push({ text: `${text.slice(0, offset)}${word} ${text.slice(offset)}`, offset: offset + word.length + 1 });
  }
  return ways;
}

function writtenBehind(before: string): readonly string[] {
  if (declaring.has(before)) return ['brand-new'];
  if (/^(least|[=<>!]+)$/.test(before)) return ['3', '"x"'];
  return asText.has(before) ? ['"x"'] : [unknownName];
}

/** A name that nobody has. */
export const unknownName = 'nobody-knows-this';

/** Words behind which a text stands. */
const asText = new Set(['because', 'guidance', 'note', 'publisher', 'edition', 'url', 'version', 'owner', 'evidence', 'import']);
/** Words behind which a new name stands. */
const declaring = new Set([
  ...['zone', 'component', 'data', 'link', 'flow', 'design', 'service', 'control', 'mechanism'],
  ...['standard', 'harm', 'threat', 'attack', 'attribute', 'requirement', 'profile'],
]);
