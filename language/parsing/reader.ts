import { AstUtils, createLangiumParser, type AstNode, type LangiumCoreServices, type ParseResult, type ParserOptions } from 'langium';
import { isModel, type Model } from '../generated/ast.js';
import { Beginnings, type LexedToken } from './beginnings.js';
import { joinedMends, Mender, type MendedStretch } from './mend.js';
import { ParserModes } from './modes.js';
import { MovingTreeBuilder, type Moving } from './moving-tree.js';

type Lexer = LangiumCoreServices['parser']['Lexer'];
export type LexerResult = ReturnType<Lexer['tokenize']>;

/** A lexer that hands out what it was given, so that the parser reads tokens instead of a text. */
class GivenTokens implements Lexer {
  given: LexerResult = { tokens: [], errors: [], hidden: [] };

  constructor(readonly definition: Lexer['definition']) {}

  tokenize(): LexerResult {
    return this.given;
  }
}

/** The name of a design that has none yet: its file is reviewed all the same. */
const unnamed = 'unnamed';

/** Tokens that begin a statement and go on to the next one. */
export interface Piece extends Moving {
  readonly tokens: readonly LexedToken[];
}

/** What was read of tokens. */
export interface TokenReading {
  readonly result: ParseResult;
  readonly pieces: readonly Piece[];
  /** What each piece came to, where the tokens could not be read as they stand. */
  readonly mended: readonly MendedStretch[] | undefined;
}

/**
 * Reads tokens and loses no statement for a mistake in another. What can be read as it stands is read once; otherwise each statement is
 * read by itself (`mend.ts`), and the errors are those of the statements.
 */
export class Reader {
  private readonly lexer: Lexer;
  private readonly given: GivenTokens;
  private readonly builder: MovingTreeBuilder;
  private readonly modes: ParserModes;
  private readonly beginnings: Beginnings;
  private readonly parse: <T extends AstNode>(text: string, options?: ParserOptions) => ParseResult<T>;

  constructor(services: LangiumCoreServices) {
    this.lexer = services.parser.Lexer;
    this.given = new GivenTokens(this.lexer.definition);
    const own = Object.create(services.parser, { Lexer: { value: this.given } }) as LangiumCoreServices['parser'];
    const parser = createLangiumParser(Object.create(services, { parser: { value: own } }) as LangiumCoreServices);
    this.parse = parser.parse.bind(parser);
    this.builder = new MovingTreeBuilder(parser);
    this.modes = new ParserModes(parser);
    this.beginnings = new Beginnings(services.Grammar);
  }

  lex(text: string): LexerResult {
    return this.lexer.tokenize(text);
  }

  /** Of a text that is something else than a file. */
  readRule<T extends AstNode>(text: string, options: ParserOptions): ParseResult<T> {
    const { tokens, hidden, errors } = this.lex(text);
    return this.plainly(text, { tokens, hidden, errors }, [], options);
  }

  read(text: string, { tokens, hidden, errors }: LexerResult): TokenReading {
    const pieces = this.beginnings
      .statementsOf(tokens)
      .map((piece): Piece => ({ tokens: piece, start: piece[0]!.startOffset, shift: { offset: 0, line: 0 } }));
    const plain = this.modes.upToFirstError(() => this.plainly(text, { tokens, hidden, errors }, pieces));
    if (plain.parserErrors.length === 0 && this.readsAll(plain, tokens)) return { result: plain, pieces, mended: undefined };
    const mended = this.mender(text).mend(pieces.map((piece) => piece.tokens));
    const result = this.plainly(text, { tokens: [...joinedMends(mended).tokens], hidden, errors }, pieces);
    if (isModel(result.value)) dropNameless(result.value);
    return { result, pieces, mended };
  }

  /**
   * Whether a text cannot be read as it stands because of its words from some piece on, whatever stands behind them; undefined where that
   * cannot be told from them.
   */
  fails(text: string, pieces: readonly Piece[], isAll: boolean): boolean | undefined {
    const tokens = pieces.flatMap((piece) => piece.tokens);
    const plain = this.modes.upToFirstError(() => this.plainly(text, { tokens, hidden: [], errors: [] }, []));
    const [error] = plain.parserErrors;
    if (error === undefined) return this.readsAll(plain, tokens) ? undefined : true;
    // What the parser says of the last word may be because nothing is behind it.
    const at = tokens.indexOf(error.token);
    return isAll || (at >= 0 && at < tokens.length - 1) ? true : undefined;
  }

  private mender(text: string): Mender {
    const firstError = (tokens: readonly LexedToken[]) =>
      this.plainly(text, { tokens: [...tokens], hidden: [], errors: [] }, []).parserErrors[0];
    return new Mender(
      this.beginnings,
      this.lexer.definition,
      (some) => this.modes.upToFirstError(() => firstError(some)),
      (some) => this.modes.withMessages(() => firstError(some)),
    );
  }

  private plainly<T extends AstNode>(
    text: string,
    { tokens, hidden, errors }: LexerResult,
    stretches: readonly Moving[],
    options?: ParserOptions,
  ): ParseResult<T> {
    this.given.given = { tokens, hidden: [], errors };
    this.builder.expect(hidden, stretches);
    return this.parse<T>(text, options);
  }

  /** Whether every line that clearly begins a statement was read as one, and none as a name that the line above was in want of. */
  private readsAll({ value }: ParseResult, tokens: readonly LexedToken[]): boolean {
    if (!isModel(value)) return true;
    const begun = new Set(AstUtils.streamContents(value).map(({ $cstNode }) => $cstNode?.offset));
    return this.beginnings.clearStarts(tokens).every((offset) => begun.has(offset));
  }
}

/** What has no name yet can be nothing to anybody; only a design matters without. */
function dropNameless(model: Model): void {
  for (const design of model.designs) nameOr(design, unnamed);
  keepIn(model, 'imports', ({ path }) => isThere(path));
  keepIn(model, 'elements', (one) => one.$type === 'Decision' || isThere(one.name));
  keepIn(model, 'definitions', ({ name }) => isThere(name));
  keepIn(model, 'cites', ({ standard }) => isThere(standard));
}

function nameOr(design: { name: string | undefined }, name: string): void {
  design.name ??= name;
}

/** The tree's types promise what a text on its way does not keep. */
function isThere(value: unknown): boolean {
  return value !== undefined;
}

function keepIn<K extends 'imports' | 'elements' | 'definitions' | 'cites'>(
  model: Model,
  key: K,
  keeps: (node: Model[K][number]) => boolean,
): void {
  const kept = (model[key] as Model[K][number][]).filter(keeps);
  for (const [index, node] of kept.entries()) (node as { $containerIndex?: number }).$containerIndex = index;
  (model as unknown as Record<K, Model[K][number][]>)[key] = kept;
}
