import { type AstNode, type LangiumCoreServices, type LangiumParser, type ParseResult, type ParserOptions } from 'langium';
import { createMendingParser } from './mended.js';

/** What a file may be at most; beyond it a file gets one diagnostic that names the limit and is not analysed. */
export const limits = {
  /** UTF-16 units of a file. */
  characters: 2_000_000,
  /** Parentheses and braces within each other. */
  nesting: 100,
  /** Comments one after the other, with nothing but space between them. */
  commentsInARow: 20_000,
} as const;

interface Excess {
  readonly offset: number;
  readonly message: string;
}

/**
 * Langium's parser recurses with the nesting of the text and spreads runs of comments as call arguments: hostile or
 * damaged text would end the process. The guard answers such text with an empty tree and one error.
 */
export function createGuardedParser(services: LangiumCoreServices): LangiumParser {
  const parser = createMendingParser(services);
  let parse = parser.parse.bind(parser);
  parser.parse = <T extends AstNode>(text: string, options?: ParserOptions): ParseResult<T> => {
    const excess = findExcess(text);
    if (excess !== undefined) return refused(parse<T>('', options), text, excess);
    try {
      return parse<T>(text, options);
    } catch {
      // The parser reports mistakes and throws none: the stack has ended. Where that happened, the parser lost its place for good;
      // its own recovery may even have swallowed the RangeError and stumbled over what was left undone.
      const fresh = createMendingParser(services);
      parse = fresh.parse.bind(fresh);
      return refused(parse<T>('', options), text, { offset: 0, message: 'This file nests too deeply to be read. Split its conditions.' });
    }
  };
  return parser;
}

/** Strings, comments, brackets; nothing else matters here. An unclosed comment runs to the end. */
const marks = /"(?:\\.|[^"\\\r\n])*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[({]|[)}]|[^\s"/(){}]+|\//g;

export function findExcess(text: string): Excess | undefined {
  if (text.length > limits.characters) {
    return {
      offset: 0,
      message: `This file is longer than ${limits.characters} characters and is not analysed. Split it and import the parts.`,
    };
  }
  let depth = 0;
  let comments = 0;
  for (const match of text.matchAll(marks)) {
    const mark = match[0];
    if (mark.startsWith('//') || mark.startsWith('/*')) {
      if (++comments > limits.commentsInARow) {
        return {
          offset: match.index,
          message: `More than ${limits.commentsInARow} comments in a row. Remove some; this file is not analysed.`,
        };
      }
      continue;
    }
    comments = 0;
    if (mark === '(' || mark === '{') {
      if (++depth > limits.nesting) {
        return {
          offset: match.index,
          message: `Brackets nest more than ${limits.nesting} deep here. Close some; this file is not analysed.`,
        };
      }
    } else if (mark === ')' || mark === '}') depth = Math.max(0, depth - 1);
  }
  return undefined;
}

function refused<T extends AstNode>(empty: ParseResult<T>, text: string, excess: Excess): ParseResult<T> {
  const before = text.slice(0, excess.offset);
  const line = before.split('\n').length;
  const column = excess.offset - before.lastIndexOf('\n');
  const error = { offset: excess.offset, line, column, length: 1, message: excess.message };
  return { ...empty, lexerErrors: [error], parserErrors: [] };
}
