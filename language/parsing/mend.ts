import type { ParseResult } from 'langium';
import type { Beginnings, LexedToken } from './beginnings.js';
import { heardIn, saidAs, type Heard } from './heard.js';
import { misspelt } from './misspelt.js';
import { unfinished, withForm, type LineInStatement } from './unfinished.js';

export type ParserError = ParseResult['parserErrors'][number];
type TokenTypes = Readonly<Record<string, LexedToken['tokenType']>>;

/** Tokens that can be read, and what had to be told about those that could not. */
export interface Mended {
  readonly tokens: readonly LexedToken[];
  readonly errors: readonly ParserError[];
  /** Where the statements begin that could not be read in full. */
  readonly broken: readonly number[];
}

/** The same of one stretch of a text, from where a statement begins to where the next one does. */
export interface MendedStretch extends Mended {
  /** How many pieces of it were broken, of which there is a most for a text. */
  readonly pieces: number;
}

interface Piece {
  readonly tokens: readonly LexedToken[];
  readonly error?: ParserError | undefined;
}

/** What is tried behind a line that ends too early, so that what it says counts; shown to nobody. */
const completions = [
  '',
  'ID',
  'STRING',
  'DATE',
  'INT',
  'by ID',
  '= INT',
  '-> ID',
  ': ID -> ID',
  'ID : ID -> ID',
  'on ID',
  'ID on ID',
  'for ID',
  'STRING for ID',
  'ID STRING for ID',
  'to ID',
  'ID )',
  ')',
  'low',
  'set',
  'is ID',
  'to link',
  'link',
  'zone ID',
  'control ID',
  'requirement ID { }',
  'ID { }',
  '{ }',
].map((words) => words.split(' ').filter((word) => word !== ''));

/** So many words of one line are left out, or cut from its end, before it is given up. */
const mostLeftOut = 40;
/** A longer piece is no line that somebody is writing. */
const mostTokens = 400;
/** After so many broken pieces the rest is only told: a text of another language is not worth the time. */
export const mostPieces = 300;
/** So many statements on one line. */
const mostOnLine = 50;

/**
 * Makes the tokens of a text readable, each statement and each line of a body by itself: what ends too early is completed with tokens
 * without text, which leave nothing in the tree, and what cannot stand where it stands is left out. So no line is lost for a
 * mistake on another, and the error stands where the mistake is.
 */
export class Mender {
  private pieces = 0;

  constructor(
    private readonly beginnings: Beginnings,
    private readonly types: TokenTypes,
    /** The first error of some tokens that should be statements; its message may be missing. */
    private readonly firstError: (tokens: readonly LexedToken[]) => ParserError | undefined,
    /** The same, with its message. */
    private readonly tell: (tokens: readonly LexedToken[]) => ParserError | undefined,
  ) {}

  /** Mends the stretches of a text one by one. */
  mend(stretches: readonly (readonly LexedToken[])[]): MendedStretch[] {
    return stretches.map((tokens, i) => {
      const before = this.pieces;
      const all = this.statement(tokens, stretches[i + 1]?.[0]);
      return { ...joinedMends(all), pieces: this.pieces - before };
    });
  }

  private statement(tokens: readonly LexedToken[], next: LexedToken | undefined, onLine = 0): Mended[] {
    if (this.firstError(tokens) === undefined) return [{ tokens, errors: [], broken: [] }];
    const meant = misspelt(tokens, this.beginnings.statementWords, this.types);
    if (meant !== undefined) {
      const wrong = { tokens: [], errors: [meant.error], broken: [tokens[0]!.startOffset] };
      return [wrong, ...this.statement(meant.tokens, next, onLine)];
    }
    const open = tokens.findIndex(({ image }) => image === '{');
    if (open === 0) return this.stray(tokens, onLine);
    if (open < 0) return [this.joined(tokens, this.piece([], tokens, [], tokens))];
    const brace = tokens[open]!;
    const head = this.piece([], tokens.slice(0, open), this.made('{', '}'), tokens);
    const before = [...head.flatMap(({ tokens: mended }) => mended), brace];
    const rest = tokens.slice(open + 1);
    const close = closingOf(rest);
    const inner = close < 0 ? rest : rest.slice(0, close);
    const lines = this.beginnings.itemsOf(tokens, inner).flatMap((item) => this.item(before, item, this.made('}'), tokens));
    const end = close < 0 ? { tokens: this.made('}'), error: unclosed(tokens, next) } : { tokens: [rest[close]!] };
    const whole = this.joined(tokens, [...head, { tokens: [brace] }, ...lines, end]);
    const behind = close < 0 ? [] : rest.slice(close + 1);
    return [whole, ...(behind.length > 0 ? this.stray(behind, onLine) : [])];
  }

  /** A line of a body; one with braces of its own is mended as a statement is, its head first and then line by line. */
  private item(
    before: readonly LexedToken[],
    item: readonly LexedToken[],
    after: readonly LexedToken[],
    statement: readonly LexedToken[],
  ): Piece[] {
    if (this.firstError([...before, ...item, ...after]) === undefined) return [{ tokens: item }];
    const open = item.findIndex(({ image }) => image === '{');
    if (open <= 0) return this.piece(before, item, after, statement);
    const brace = item[open]!;
    const head = this.piece(before, item.slice(0, open), [...this.made('{', '}'), ...after], statement);
    const inside = [...before, ...head.flatMap(({ tokens }) => tokens), brace];
    const rest = item.slice(open + 1);
    const close = closingOf(rest);
    const inner = close < 0 ? rest : rest.slice(0, close);
    const lines = this.beginnings.linesOf(inner).flatMap((line) => this.piece(inside, line, [...this.made('}'), ...after], statement));
    const end: Piece = close < 0 ? { tokens: this.made('}'), error: unclosed(item, undefined) } : { tokens: [rest[close]!] };
    const behind = close < 0 ? [] : rest.slice(close + 1);
    const error = behind.length === 0 ? undefined : this.tell(behind);
    return [...head, { tokens: [brace] }, ...lines, end, ...(error === undefined ? [] : [{ tokens: [], error }])];
  }

  /** What follows a statement on its last line: another one, or words that belong to none. */
  private stray(tokens: readonly LexedToken[], onLine: number): Mended[] {
    const next = onLine < mostOnLine ? tokens.findIndex(({ image }) => this.beginnings.statementWords.has(image)) : -1;
    const rest = next < 0 ? [] : this.statement(tokens.slice(next), undefined, onLine + 1);
    const error = next === 0 ? undefined : this.tell(tokens);
    return [...(error === undefined ? [] : [{ tokens: [], errors: [error], broken: [] }]), ...rest];
  }

  private joined(statement: readonly LexedToken[], pieces: readonly Piece[]): Mended {
    const errors = pieces.flatMap(({ error }) => error ?? []);
    const broken = errors.length > 0 ? [statement[0]!.startOffset] : [];
    return { tokens: pieces.flatMap(({ tokens }) => tokens), errors, broken };
  }

  /** Makes the head of a statement, or a line of its body, readable between others that are; clauses on lines of their own one by one. */
  private piece(
    before: readonly LexedToken[],
    piece: readonly LexedToken[],
    after: readonly LexedToken[],
    statement: readonly LexedToken[],
  ): Piece[] {
    if (this.firstError([...before, ...piece, ...after]) === undefined) return [{ tokens: piece }];
    const mended: Piece[] = [];
    for (const clause of this.beginnings.clausesOf(piece)) {
      const behind = [...before, ...mended.flatMap(({ tokens }) => tokens)];
      mended.push(this.clause(behind, clause, after, { piece, statement }));
    }
    return mended;
  }

  /** Only the first mistake of a clause is told: the others may follow from it. */
  private clause(
    before: readonly LexedToken[],
    clause: readonly LexedToken[],
    after: readonly LexedToken[],
    place: LineInStatement,
  ): Piece {
    let tokens = clause;
    let first: ParserError | undefined;
    for (let left = mostLeftOut; left > 0 && tokens.length > 0; left--) {
      const all = [...before, ...tokens, ...after];
      const error = first === undefined ? this.tell(all) : this.firstError(all);
      if (error === undefined) return { tokens, error: first };
      const at = all.indexOf(error.token) - before.length;
      const isEarly = at < 0 || at >= tokens.length;
      if (first === undefined && (clause.length > mostTokens || ++this.pieces > mostPieces)) {
        return { tokens: [], error: isEarly ? endingEarly(error, tokens, place) : error };
      }
      const complete = this.completed(before, tokens, after);
      if (complete !== undefined || isEarly) {
        first ??= endingEarly(error, tokens, place);
        return { tokens: complete ?? this.cut(before, tokens, after), error: first };
      }
      first ??= { ...error, message: saidAs(withForm(heardIn(error), place)) };
      tokens = tokens.toSpliced(at, 1);
    }
    return { tokens: [], error: first };
  }

  private completed(
    before: readonly LexedToken[],
    tokens: readonly LexedToken[],
    after: readonly LexedToken[],
  ): readonly LexedToken[] | undefined {
    return completions
      .map((names) => [...tokens, ...this.made(...names)])
      .find((whole) => this.firstError([...before, ...whole, ...after]) === undefined);
  }

  /** As much from the start as can be completed. */
  private cut(before: readonly LexedToken[], tokens: readonly LexedToken[], after: readonly LexedToken[]): readonly LexedToken[] {
    for (let length = tokens.length - 1; length > Math.max(0, tokens.length - mostLeftOut); length--) {
      const whole = this.completed(before, tokens.slice(0, length), after);
      if (whole !== undefined) return whole;
    }
    return [];
  }

  /** Tokens that the parser takes and puts into no tree, as those that its own recovery makes. */
  private made(...names: readonly string[]): LexedToken[] {
    const nowhere = { startOffset: NaN, endOffset: NaN, startLine: NaN, endLine: NaN, startColumn: NaN, endColumn: NaN };
    return names.map((name) => {
      const tokenType = this.types[name]!;
      return { image: '', ...nowhere, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx!, isInsertedInRecovery: true };
    });
  }
}

/** The brace that closes what is open before some tokens; the last one where a brace within is not closed. */
function closingOf(tokens: readonly LexedToken[]): number {
  let open = 1;
  const found = tokens.findIndex(({ image }) => {
    if (image === '{') open++;
    return image === '}' && --open === 0;
  });
  return found >= 0 ? found : tokens.findLastIndex(({ image }) => image === '}');
}

/** What several stretches come to. */
export function joinedMends(all: readonly Mended[]): Mended {
  return {
    tokens: all.flatMap((one) => one.tokens),
    errors: all.flatMap((one) => one.errors),
    broken: all.flatMap((one) => one.broken),
  };
}

function endingEarly(error: ParserError, tokens: readonly LexedToken[], place: LineInStatement): ParserError {
  const heard = error.token.image === '' ? heardIn(error) : undefined;
  return behind(tokens.at(-1)!, unfinished(heard?.[0] === 'expectedAtEnd' ? heard[1] : undefined, tokens, place));
}

function unclosed(tokens: readonly LexedToken[], next: LexedToken | undefined): ParserError {
  const isInside = next !== undefined && (next.startColumn ?? 0) > (tokens[0]!.startColumn ?? 0);
  return behind(tokens.at(-1)!, ['unclosedBrace', isInside]);
}

/** An error that stands where a token ends: that of a token which is nowhere. */
function behind(previousToken: LexedToken, heard: Heard): ParserError {
  const token = { ...previousToken, image: '', startOffset: NaN };
  const context = { ruleStack: [], ruleOccurrenceStack: [] };
  return { name: 'MismatchedTokenException', message: saidAs(heard), token, previousToken, resyncedTokens: [], context } as ParserError;
}
