import type { ParseResult } from 'langium';
import type { LexedToken } from './beginnings.js';
import type { ParserError } from './mend.js';
import type { Shift } from './moving-tree.js';

export type LexerError = ParseResult['lexerErrors'][number];

/** An error of a stretch that has moved. Those of the stretch stay as they were read. */
export function movedError(error: ParserError, shift: Shift): ParserError {
  if (isNone(shift)) return error;
  const moved = Object.assign(Object.create(Object.getPrototypeOf(error) as object) as ParserError, error, {
    // The message of an error class is no property that is copied.
    message: error.message,
    token: movedToken(error.token, shift),
    resyncedTokens: error.resyncedTokens.map((token) => movedToken(token, shift)),
  });
  if ('previousToken' in error) Object.assign(moved, { previousToken: movedToken(error.previousToken as LexedToken | undefined, shift) });
  return moved;
}

export function movedLexerError(error: LexerError, shift: Shift): LexerError {
  return isNone(shift) ? error : { ...error, offset: error.offset + shift.offset, line: (error.line ?? 1) + shift.line };
}

/** Tokens that are nowhere stay so. */
export function movedToken<T extends LexedToken | undefined>(token: T, { offset, line }: Shift): T {
  if (token === undefined) return token;
  const endOffset = token.endOffset === undefined ? undefined : token.endOffset + offset;
  const endLine = token.endLine === undefined ? undefined : token.endLine + line;
  const startLine = token.startLine === undefined ? undefined : token.startLine + line;
  return { ...token, startOffset: token.startOffset + offset, endOffset, startLine, endLine };
}

function isNone({ offset, line }: Shift): boolean {
  return offset === 0 && line === 0;
}
