import type { AstNode, LangiumCoreServices, ParseResult } from 'langium';
import { isModel } from '../generated/ast.js';
import { bracketsIn, isWithinLimits, limits } from './brackets.js';
import { withBroken } from './broken.js';
import { mostPieces } from './mend.js';
import { movedLexerError, movedToken } from './moved-errors.js';
import { Reader, type LexerResult, type Piece, type TokenReading } from './reader.js';
import { assembled, startOf, textStretchesOf, type ReadText, type TextStretch } from './stretches.js';

/** So many stretches before an edit are read again: how a word begins a statement depends on the two words behind it. */
const readBefore = 3;
/** So many behind the first that stays as it is are looked at, as what stands before it may depend on them. */
const lookedAtBehind = 3;
/** How many stretches behind an edit are tried, one after the other, as the first that stays as it is. */
const tried = [0, 1, 3, 7, 15, 31];
/** With more broken statements than that a text is read as a whole at each edit. */
const mostBroken = 50;

export interface Reread<T extends AstNode = AstNode> {
  readonly result: ParseResult<T>;
  /** How many stretches of the text were read for it. */
  readonly read: number;
}

/**
 * Reads a text again after an edit: only the statements around it. The parser comes to the start of a statement in one state, whatever stands
 * before; so where it comes to the start of one behind the edit, all that follows is as it was. What cannot be told for sure is left to be read as
 * a whole, so that the tree, its places and its errors are always those of a text that is read for the first time.
 */
export class IncrementalReader {
  private reader: Reader;
  private readonly texts = new WeakMap<ParseResult, ReadText>();

  constructor(private readonly services: LangiumCoreServices) {
    this.reader = new Reader(services);
  }

  /** After an error from within the parser: it has lost its place for good. */
  renew(): void {
    this.reader = new Reader(this.services);
  }

  parse<T extends AstNode>(text: string, rule?: string): ParseResult<T> {
    if (rule !== undefined) return this.reader.readRule<T>(text, { rule });
    const lexed = this.reader.lex(text);
    const reading = this.reader.read(text, lexed);
    const { value } = reading.result;
    const parts = isModel(value) ? this.split(text, lexed, reading) : undefined;
    const { result, mended, pieces } = reading;
    const errors = mended === undefined ? [] : mended.flatMap((one) => one.errors);
    const unlexed = lexed.errors.flatMap(({ offset }) => pieces.findLast(({ start }) => start <= offset)?.start ?? []);
    const broken = [...unlexed, ...(mended ?? []).flatMap((one) => one.broken)];
    const whole = withBroken({ ...result, parserErrors: [...errors, ...result.parserErrors] } as ParseResult<T>, broken);
    if (parts !== undefined) this.texts.set(whole, { text, ...parts });
    return whole;
  }

  /** The same as of a first reading; undefined where that is not sure. The tree from before is used up. */
  reread<T extends AstNode>(before: ParseResult, text: string): Reread<T> | undefined {
    const known = this.texts.get(before);
    if (known === undefined || text.length > limits.characters || known.stretches.length === 0) return undefined;
    countBrackets(known);
    const edit = editBetween(known.text, text);
    const { stretches } = known;
    const starts = stretches.map(startOf);
    const first = Math.max(0, starts.findLastIndex((start) => start < edit.from) - readBefore);
    const from = first === 0 ? 0 : starts[first]!;
    if (mayCloseComment(known, first, text)) return undefined;
    const behind = starts.findIndex((start) => start > edit.to && /[\r\n]/.test(known.text.slice(edit.to, start)));
    const ends = behind < 0 ? [] : tried.map((step) => behind + step).filter((index) => stretches[index]?.isBegun);
    let read = 0;
    // The end of the text is one, too.
    for (const end of [...ends, ...(stretches.length - first <= 2 * tried.at(-1)! ? [stretches.length] : [])]) {
      const count = (stretches: number): void => void (read += stretches);
      const now = this.replaced(known, { first, end, from, by: edit.by }, text, count);
      if (now === undefined) continue;
      const result = assembled<T>(now);
      this.texts.delete(before);
      this.texts.set(result, now);
      return { result, read };
    }
    return undefined;
  }

  private replaced(
    known: ReadText,
    { first, end, from, by }: { readonly first: number; readonly end: number; readonly from: number; readonly by: number },
    text: string,
    count: (stretches: number) => void,
  ): ReadText | undefined {
    const { stretches } = known;
    const guard = stretches[end];
    const next = stretches[end + lookedAtBehind];
    const to = next === undefined ? text.length : startOf(next) + by;
    const lexed = this.lexed(text, from, to, first === 0 ? undefined : stretches[first]!);
    if (lexed === undefined) return undefined;
    const reading = this.reader.read(text, lexed);
    const { pieces } = reading;
    count(pieces.length);
    const kept = guard === undefined ? pieces.length : pieces.findIndex(({ start }) => start === startOf(guard) + by);
    if (kept < 0 || (first > 0 && pieces[0]?.start !== from)) return undefined;
    const parts = this.split(text, lexed, reading, kept, next === undefined);
    if (parts === undefined || parts.stretches.length < kept) return undefined;
    const fresh = parts.stretches.slice(0, kept);
    if (guard !== undefined) {
      const now = parts.stretches[kept]!;
      if (!now.isBegun || now.column !== guard.column) return undefined;
    }
    const behind = stretches.slice(end);
    const head = first === 0 ? parts.head : known.head;
    const now: ReadText = { text, head, stretches: [...stretches.slice(0, first), ...fresh, ...behind] };
    countBrackets({ text, head: parts.head, stretches: parts.stretches });
    if (!isPlainlyReadable(now)) return undefined;
    // Nothing has been touched up to here.
    if (guard !== undefined) {
      const line = parts.stretches[kept]!.line - guard.line - guard.shift.line;
      for (const { shift } of behind) {
        shift.offset += by;
        shift.line += line;
      }
    }
    return now;
  }

  private lexed(text: string, from: number, to: number, at: TextStretch | undefined): LexerResult | undefined {
    const { tokens, hidden, errors } = this.reader.lex(text.slice(from, to));
    // A comment that nothing closes here may be closed behind.
    const isOpen = errors.some(({ offset, length }) => text.slice(from + offset, from + offset + length).includes('/*'));
    if (isOpen && to < text.length && text.includes('*/', to - 1)) return undefined;
    if (at === undefined) return { tokens, hidden, errors };
    const [line, column] = [at.line + at.shift.line - 1, at.column - 1];
    const place = (token: LexerResult['tokens'][number]): typeof token => {
      const moved = movedToken(token, { offset: from, line });
      if (token.startLine === 1) moved.startColumn! += column;
      if (token.endLine === 1) moved.endColumn! += column;
      return moved;
    };
    return {
      tokens: tokens.map(place),
      hidden: hidden.map(place),
      errors: errors.map((error) => {
        const moved = movedLexerError(error, { offset: from, line });
        return error.line === 1 ? { ...moved, column: (moved.column ?? 1) + column } : moved;
      }),
    };
  }

  /** The stretches that were read, the first `count` of them for sure; undefined where the next edit has to read the whole text. */
  private split(text: string, { errors }: LexerResult, reading: TokenReading, count = Infinity, isEnd = true) {
    const { result, mended, pieces } = reading;
    const { value: model } = result;
    if (!isModel(model) || result.parserErrors.length > 0) return undefined;
    if (mended !== undefined && !this.areKnownToFail(text, pieces, mended, count, isEnd)) return undefined;
    return textStretchesOf(
      model,
      errors,
      pieces.map((piece) => ({ ...piece, first: piece.tokens[0]! })),
      mended,
    );
  }

  /** A text with one of these in it cannot be read as it stands, so that each of its statements is read by itself. */
  private areKnownToFail(
    text: string,
    pieces: readonly Piece[],
    mended: NonNullable<TokenReading['mended']>,
    count: number,
    isEnd: boolean,
  ): boolean {
    const broken = mended.flatMap(({ errors }, index) => (errors.length > 0 && index < count ? [index] : []));
    if (broken.length > mostBroken || mended.reduce((sum, one) => sum + one.pieces, 0) > mostPieces) return false;
    return broken.every((index) => {
      const end = index + lookedAtBehind;
      return this.reader.fails(text, pieces.slice(index, end), isEnd && end >= pieces.length) === true;
    });
  }
}

interface Edit {
  readonly from: number;
  /** Where it ended before. */
  readonly to: number;
  /** By how much the text grew. */
  readonly by: number;
}

const compared = 4096;

/** What two texts begin and end with is the same. */
function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from + compared <= shorter && before.slice(from, from + compared) === after.slice(from, from + compared)) from += compared;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let end = 0;
  const [b, a] = [before.length, after.length];
  while (end + compared <= shorter - from && before.slice(b - end - compared, b - end) === after.slice(a - end - compared, a - end))
    end += compared;
  while (end < shorter - from && before.charCodeAt(b - 1 - end) === after.charCodeAt(a - 1 - end)) end++;
  return { from, to: b - end, by: a - b };
}

/** Whether something now closes what was the start of a comment that nothing closed, before the place that is read again. */
function mayCloseComment({ text: before, head, stretches }: ReadText, first: number, text: string): boolean {
  if (first === 0) return false;
  const kept = [{ unlexed: head.unlexed, shift: { offset: 0 } }, ...stretches.slice(0, first)];
  return kept.some(({ unlexed, shift }) =>
    unlexed.some(({ offset, length }) => {
      const at = offset + shift.offset;
      return before.slice(at, at + length).includes('/*') && text.includes('*/', at);
    }),
  );
}

/** Whether a text is neither too deep nor anything else that is refused, nor so broken that the rest of it is not mended. */
function isPlainlyReadable({ head, stretches }: ReadText): boolean {
  const pieces = stretches.reduce((sum, one) => sum + one.pieces, 0);
  return pieces <= mostPieces && isWithinLimits([head, ...stretches].map(({ brackets }) => brackets!));
}

/** What a text was first read for took no brackets; an edit has to know them. */
function countBrackets({ text, head, stretches }: ReadText): void {
  head.brackets ??= bracketsIn(text.slice(0, stretches[0] === undefined ? undefined : startOf(stretches[0])));
  for (const [index, stretch] of stretches.entries()) {
    const next = stretches[index + 1];
    stretch.brackets ??= bracketsIn(text.slice(startOf(stretch), next === undefined ? undefined : startOf(next)));
  }
}
