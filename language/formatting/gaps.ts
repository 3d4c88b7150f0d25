import type { ParseResult } from 'langium';
import type { Replacement } from '../writing/index.js';
import { isSticky, lineBreaks } from './breaks.js';
import { columnSpaces } from './columns.js';
import { indentLevels } from './levels.js';
import { isLineComment, textTokensOf, type TextToken } from './tokens.js';

/** White space of a text and what it ought to be. */
export type WhiteSpace = Replacement;

export const indentation = '    ';

/**
 * The white space of a text before, between and behind its tokens, in order; undefined if the text has syntax errors. It
 * depends on nothing but the tokens and on which of them the author put on lines of their own.
 */
export function gapsOf(text: string, result: ParseResult): WhiteSpace[] | undefined {
  const tokens = textTokensOf(text, result);
  if (tokens === undefined) return undefined;
  const breaks = lineBreaks(tokens);
  const depths = indentLevels(tokens, breaks);
  const aligned = columnSpaces(tokens, breaks);
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const gaps: WhiteSpace[] = [];
  let from = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    let wanted = mark;
    if (before !== undefined) {
      const count = breaks[i]!;
      wanted = count > 0 ? '\n'.repeat(count) + indentation.repeat(depths[i]!) : ' '.repeat(aligned.get(i) ?? spaceBetween(before, token));
    }
    gaps.push({ start: from, end: token.offset, newText: wanted });
    from = token.end;
  }
  gaps.push({ start: from, end: text.length, newText: tokens.length > 0 ? '\n' : mark });
  return gaps;
}

function spaceBetween(before: TextToken, token: TextToken): number {
  if (isSticky(token) || token.text === ')') return 0;
  return before.text === '(' && !isLineComment(token) ? 0 : 1;
}
