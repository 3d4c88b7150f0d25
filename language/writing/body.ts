import type { SourceRange } from '../source/index.js';
import { insertion, type Edit } from './edit.js';
import { lineStart } from './line-ends.js';
import { stretchOf } from './stretch.js';

/** Where the parts of a statement stand. */
export interface StatementParts {
  /** The statement without its body. */
  readonly head: SourceRange;
  /** From `{` to `}`; undefined where there is none yet. */
  readonly body: SourceRange | undefined;
  /** What stands in the body, in the order written; undefined where that is not known. */
  readonly items?: readonly SourceRange[] | undefined;
}

/** A body of more items than this has a line for each, as the formatter has it. */
const mostInLine = 2;
const indentation = ' '.repeat(4);

/** Adds statements to a body, and the body where there is none: a line for each, but in a short body on one line. */
export function intoBody({ body, head, items }: StatementParts, ...statements: readonly string[]): Edit[] {
  const lines = (indent: string) => statements.map((statement) => `${indentation}${statement}\n${indent}`).join('');
  if (body === undefined) return [insertion(head.uri, head.endOffset, ` {\n${lines('')}}`)];
  const brace = body.endOffset - 1;
  const last = items?.at(-1);
  if (body.startLine !== body.endLine) {
    // A brace that closes behind the last item comes to a line of its own.
    if (last?.endLine === body.endLine) return [behindSpace(body.uri, last.endOffset, brace, `\n${lines('')}`)];
    return [insertion(body.uri, brace, lines(' '.repeat(body.endColumn - 1)))];
  }
  if (items !== undefined && items.length + statements.length > mostInLine) return overLines(body, items, lines(''));
  // `{}` has no space of its own; `{ x }` ends in one.
  const text = `${statements.join(' ')} `;
  return [insertion(body.uri, brace, body.endOffset - body.startOffset === 2 ? ` ${text}` : text)];
}

/** Breaks a body on one line up: a line for each item that stands there, then what is new. What stands between items, such as a comment, stays. */
function overLines({ uri, startOffset, endOffset }: SourceRange, items: readonly SourceRange[], added: string): Edit[] {
  const starts = items.map((item, index) => {
    const before = items[index - 1]?.endOffset ?? startOffset + 1;
    return behindSpace(uri, before, item.startOffset, `\n${indentation}`);
  });
  return [...starts, behindSpace(uri, items.at(-1)?.endOffset ?? startOffset + 1, endOffset - 1, `\n${added}`)];
}

/** Puts text in the place of the one space before an offset; where more than that stands there, behind it. */
function behindSpace(uri: string, from: number, end: number, newText: string): Edit {
  return { uri, start: end - from === 1 ? end - 1 : end, end, newText };
}

/** Adds an item behind another one of a body: on a line of its own, as far in, where that one begins its line. */
export function behindItem(item: SourceRange, text: string, statement: string): Edit {
  const before = text.slice(lineStart(text, item.startOffset), item.startOffset);
  return insertion(item.uri, item.endOffset, before.trim() === '' ? `\n${before}${statement}` : ` ${statement}`);
}

/** Takes items out of a body, and the body where nothing else stands in it. `toHead` is written behind the head. */
export function outOfBody({ body, head }: StatementParts, items: readonly SourceRange[], text: string, toHead = ''): Edit[] {
  if (body !== undefined && restOf(body, items, text).trim() === '') {
    return [{ uri: body.uri, start: head.endOffset, end: body.endOffset, newText: toHead }];
  }
  const taken = items.map((item) => takingOut(item, text));
  return toHead === '' ? taken : [insertion(head.uri, head.endOffset, toHead), ...taken];
}

/** What stands between the braces besides some items, which come in the order of the text. */
function restOf({ startOffset, endOffset }: SourceRange, items: readonly SourceRange[], text: string): string {
  let [rest, from] = ['', startOffset + 1];
  for (const item of items) {
    rest += text.slice(from, item.startOffset);
    from = item.endOffset;
  }
  return rest + text.slice(from, endOffset - 1);
}

/** Takes a statement away, with its line where nothing else stands on it. */
export function takingOut({ uri, startOffset, endOffset }: SourceRange, text: string): Edit {
  return { uri, ...stretchOf({ start: startOffset, end: endOffset }, text), newText: '' };
}
