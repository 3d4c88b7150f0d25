import type { Heard } from './heard.js';

/** What a file may be at most; beyond it a file gets one diagnostic that names the limit and is not analysed. */
export const limits = {
  /** UTF-16 units of a file. */
  characters: 8_000_000,
  /** Parentheses and braces within each other. */
  nesting: 100,
  /** Comments one after the other, with nothing but space between them. */
  commentsInARow: 20_000,
} as const;

export interface Excess {
  readonly offset: number;
  readonly heard: Heard;
}

/** Strings, comments, brackets; nothing else matters here. An unclosed comment runs to the end. */
const marks = /"(?:\\.|[^"\\\r\n])*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[({]|[)}]|[^\s"/(){}]+|\//g;

export function findExcess(text: string): Excess | undefined {
  if (text.length > limits.characters) {
    return {
      offset: 0,
      heard: ['tooLong', limits.characters],
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
          heard: ['tooManyComments', limits.commentsInARow],
        };
      }
      continue;
    }
    comments = 0;
    if (mark === '(' || mark === '{') {
      if (++depth > limits.nesting) {
        return {
          offset: match.index,
          heard: ['bracketsTooDeep', limits.nesting],
        };
      }
    } else if (mark === ')' || mark === '}') depth = Math.max(0, depth - 1);
  }
  return undefined;
}

/** What the brackets and comments of a part of a text come to; strings and comments do not reach beyond it. */
export interface Brackets {
  /** Those that open less those that close. */
  readonly net: number;
  /** How many are open at its end, and how many at most, if none was open before. */
  readonly left: number;
  readonly most: number;
  /** How many more are open somewhere in it than before it, where enough were open before. */
  readonly rise: number;
  /** Comments in a row at most. */
  readonly comments: number;
}

export function bracketsIn(text: string): Brackets {
  let [net, left, most, rise, row, comments] = [0, 0, 0, 0, 0, 0];
  for (const [mark] of text.matchAll(marks)) {
    if (mark.startsWith('//') || mark.startsWith('/*')) {
      comments = Math.max(comments, ++row);
      continue;
    }
    row = 0;
    if (mark === '(' || mark === '{') {
      rise = Math.max(rise, ++net);
      most = Math.max(most, ++left);
    } else if (mark === ')' || mark === '}') {
      net--;
      left = Math.max(0, left - 1);
    }
  }
  return { net, left, most, rise, comments };
}

/** Whether a text of some parts is surely read, and not refused for its brackets and comments. */
export function isWithinLimits(parts: Iterable<Brackets>): boolean {
  let depth = 0;
  for (const { net, left, most, rise, comments } of parts) {
    if (Math.max(depth + rise, most) > limits.nesting || comments > limits.commentsInARow) return false;
    depth = Math.max(depth + net, left);
  }
  return true;
}
