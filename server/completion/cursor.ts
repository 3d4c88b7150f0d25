import type { Lexer } from 'langium';
import type { Grammar } from '../../language/grammar/elements.js';
import { firstWordsOf } from '../../language/grammar/statements.js';

export type CursorToken = ReturnType<Lexer['tokenize']>['tokens'][number];

/** Where something is completed, in terms of the text alone. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
  /** The word under the cursor; both are the cursor where there is none. */
  readonly start: number;
  readonly end: number;
  /** Tokens that end before the word, and those that start behind it. */
  readonly before: readonly CursorToken[];
  readonly after: readonly CursorToken[];
  /** The content of the text in quotes in which the cursor is. */
  readonly quoted: { readonly start: number; readonly end: number; readonly closed: boolean } | undefined;
}

const letters = '\\w\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0370-\\u1FFF\\u3040-\\uD7FF';
const wordBefore = new RegExp(`[${letters}][${letters}.-]*$`);
const wordBehind = new RegExp(`^[${letters}]*(?:[-.][${letters}]+)*`);
const quotes = /"(?:\\.|[^"\\\r\n])*("|$)?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/gm;
const longestName = 500;

/** Nothing is completed in comments, and in texts only the path of an import. */
export function cursorAt(text: string, offset: number, lexer: Lexer): Cursor | undefined {
  const quoted = enclosing(text, offset);
  if (quoted === 'comment') return undefined;
  const left = text.slice(Math.max(0, offset - longestName), offset);
  const word = quoted === undefined ? (wordBefore.exec(left)?.[0] ?? '') : '';
  // Half an arrow or operator is no place for a name.
  if (word === '' && quoted === undefined && /[-<!.]$/.test(left)) return undefined;
  const start = quoted === undefined ? offset - word.length : quoted.start - 1;
  const end = quoted === undefined ? offset + (wordBehind.exec(text.slice(offset, offset + longestName))?.[0].length ?? 0) : quoted.end;
  const { tokens } = lexer.tokenize(text);
  const before = tokens.filter((token) => endOf(token) <= start);
  const after = tokens.filter((token) => token.startOffset >= end);
  return { text, offset, start, end, before, after, quoted };
}

/** The text in quotes or the comment around an offset. */
function enclosing(text: string, offset: number): 'comment' | NonNullable<Cursor['quoted']> | undefined {
  for (const match of text.matchAll(quotes)) {
    if (match.index >= offset) return undefined;
    const end = match.index + match[0].length;
    if (match[0].startsWith('//')) {
      if (offset <= end) return 'comment';
    } else if (match[0].startsWith('/*')) {
      if (offset < end || (offset === end && !/..\*\/$/.test(match[0]))) return 'comment';
    } else {
      const closed = match[1] === '"';
      if (offset < end || (offset === end && !closed)) return { start: match.index + 1, end: closed ? end - 1 : offset, closed };
    }
  }
  return undefined;
}

export function endOf(token: CursorToken): number {
  return (token.endOffset ?? token.startOffset) + 1;
}

export function isFirstOnLine(text: string, token: CursorToken): boolean {
  const line = text.lastIndexOf('\n', token.startOffset - 1) + 1;
  return text.slice(line, token.startOffset).trim() === '';
}

/** Whether a token seems to begin a statement: the first of a line, and not the name in `data = 3`. */
export function opensStatement(text: string, token: CursorToken, next: CursorToken | undefined, grammar: Grammar): boolean {
  return firstWordsOf(grammar).has(token.image) && isFirstOnLine(text, token) && !isOperator(next);
}

export function isOperator(token: CursorToken | undefined): boolean {
  return token !== undefined && /^[<>=!]/.test(token.image) && token.image !== '<->';
}
