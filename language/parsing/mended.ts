import {
  AstUtils,
  createLangiumParser,
  type AstNode,
  type LangiumCoreServices,
  type LangiumParser,
  type ParseResult,
  type ParserOptions,
} from 'langium';
import { isModel, type Model } from '../generated/ast.js';
import { Beginnings, type LexedToken } from './beginnings.js';
import { withBroken } from './broken.js';
import { Mender } from './mend.js';
import { ParserModes } from './modes.js';

type Lexer = LangiumCoreServices['parser']['Lexer'];
type LexerResult = ReturnType<Lexer['tokenize']>;

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

/**
 * A parser that loses no statement for a mistake in another. What can be read as it stands is read once; otherwise each statement is
 * read by itself (`mend.ts`), and the errors are those of the statements.
 */
export function createMendingParser(services: LangiumCoreServices): LangiumParser {
  const lexer = services.parser.Lexer;
  const given = new GivenTokens(lexer.definition);
  const own = Object.create(services.parser, { Lexer: { value: given } }) as LangiumCoreServices['parser'];
  const parser = createLangiumParser(Object.create(services, { parser: { value: own } }) as LangiumCoreServices);
  const parse = parser.parse.bind(parser);
  const modes = new ParserModes(parser);
  const beginnings = new Beginnings(services.Grammar);
  const read = <T extends AstNode>(text: string, { tokens, hidden, errors }: LexerResult, options?: ParserOptions): ParseResult<T> => {
    // The parser takes the comments out of the list as it meets them.
    given.given = { tokens, hidden: [...hidden], errors };
    return parse<T>(text, options);
  };
  parser.parse = <T extends AstNode>(text: string, options?: ParserOptions): ParseResult<T> => {
    const lexed = lexer.tokenize(text);
    if (options?.rule !== undefined) return read<T>(text, lexed, options);
    const unlexed = startsAround(lexed, beginnings);
    const plain = modes.upToFirstError(() => read<T>(text, lexed));
    if (plain.parserErrors.length === 0 && readsAll(plain, beginnings.clearStarts(lexed.tokens))) return withBroken(plain, unlexed);
    const firstError = (tokens: readonly LexedToken[]) => read(text, { tokens: [...tokens], hidden: [], errors: [] }).parserErrors[0];
    const mender = new Mender(
      beginnings,
      lexer.definition,
      (some) => modes.upToFirstError(() => firstError(some)),
      (some) => modes.withMessages(() => firstError(some)),
    );
    const { tokens, errors, broken } = mender.mend(lexed.tokens);
    const mended = read<T>(text, { ...lexed, tokens: [...tokens] });
    if (isModel(mended.value)) dropNameless(mended.value);
    return withBroken({ ...mended, parserErrors: [...errors, ...mended.parserErrors] }, [...unlexed, ...broken]);
  };
  return parser;
}

/** Where the statements begin that hold characters of no word. */
function startsAround({ tokens, errors }: LexerResult, beginnings: Beginnings): number[] {
  if (errors.length === 0) return [];
  const starts = beginnings.statementsOf(tokens).map(([first]) => first!.startOffset);
  return errors.flatMap(({ offset }) => starts.findLast((start) => start <= offset) ?? []);
}

/** Whether every line that clearly begins a statement was read as one, and none as a name that the line above was in want of. */
function readsAll({ value }: ParseResult, starts: readonly number[]): boolean {
  if (!isModel(value)) return true;
  const begun = new Set(AstUtils.streamContents(value).map(({ $cstNode }) => $cstNode?.offset));
  return starts.every((offset) => begun.has(offset));
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
