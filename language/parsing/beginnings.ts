import type { LangiumCoreServices } from 'langium';
import { isWord, type Grammar } from '../grammar/elements.js';
import { partsOf } from '../grammar/parts.js';
import { firstWordsOf, statementsOfGrammar, type GrammarStatement } from '../grammar/statements.js';
import { mayBeMisspelt } from './misspelt.js';
import { signsOf, wordsBeforeTexts, wordsBehind } from '../grammar/words.js';

/** A word of the language in a text. */
export type LexedToken = ReturnType<LangiumCoreServices['parser']['Lexer']['tokenize']>['tokens'][number];

/**
 * Finds where statements, lines of bodies and clauses begin in a text that cannot be read as a whole, by the words that the grammar has
 * there.
 */
export class Beginnings {
  /** The words that statements begin with. */
  readonly statementWords: ReadonlySet<string>;
  private readonly statements: ReadonlyMap<string, GrammarStatement>;
  /** Words behind which a text in quotes is no title. */
  private readonly beforeTexts: ReadonlySet<string>;
  /** Where one of these follows, the word before is a name that goes on with the line above, or an attribute. */
  private readonly afterNames: ReadonlySet<string>;
  /** What begins a line of its own within a statement or a line of its body, and goes on with it. */
  private readonly clauses: ReadonlySet<string>;
  /** What begins a line of any body. */
  private readonly items: ReadonlySet<string>;

  constructor(grammar: Grammar) {
    this.statements = statementsOfGrammar(grammar);
    this.statementWords = firstWordsOf(grammar);
    this.beforeTexts = wordsBeforeTexts(grammar);
    this.afterNames = afterNamesOf(grammar);
    const parts = [...partsOf(grammar)].filter(([keyword, part]) => part !== 'item' && isWord(keyword.value));
    this.items = new Set([...partsOf(grammar)].filter(([, part]) => part === 'item').map(([{ value }]) => value));
    this.clauses = new Set(parts.map(([{ value }]) => value));
  }

  /**
   * Splits the tokens of a text where statements begin: at a word of theirs, first on its line, that what follows fits. Where that leaves
   * a doubt, the line has to be indented no deeper than the statement before it. What stands before the first statement is a piece, too.
   */
  statementsOf(tokens: readonly LexedToken[]): LexedToken[][] {
    const pieces: LexedToken[][] = [];
    // How many braces of the piece are open: a line in them belongs to it, however it begins.
    let open = 0;
    for (const [i, token] of tokens.entries()) {
      const begun = pieces.at(-1)?.[0];
      if (begun === undefined || this.beginsStatement(tokens, i, begun) || (open === 0 && this.isStranger(tokens, i, begun))) {
        pieces.push([token]);
        open = 0;
      } else pieces.at(-1)!.push(token);
      if (token.image === '{') open++;
      else if (token.image === '}' && open > 0) open--;
    }
    return pieces;
  }

  private beginsStatement(tokens: readonly LexedToken[], i: number, begun: LexedToken): boolean {
    const token = tokens[i]!;
    if (!this.statementWords.has(token.image) || !isFirstOnLine(tokens, i)) return false;
    const name = onLineOf(token, tokens[i + 1]);
    if (name !== undefined && this.afterNames.has(name.image)) return false;
    return this.isClear(token.image, name, tokens[i + 2]) || column(token) <= column(begun);
  }

  /** A line that stands where statements do and begins with a word that none begins with. */
  private isStranger(tokens: readonly LexedToken[], i: number, begun: LexedToken): boolean {
    const token = tokens[i]!;
    if (!isFirstOnLine(tokens, i) || column(token) > column(begun) || this.clauses.has(token.image)) return false;
    // Behind a comma or an arrow the line above goes on.
    if (/^[,:=<>(-]+$/.test(tokens[i - 1]!.image)) return false;
    return mayBeMisspelt(token, onLineOf(token, tokens[i + 1]), this.statementWords);
  }

  private isClear(word: string, name: LexedToken | undefined, next: LexedToken | undefined): boolean {
    if (name === undefined) return false;
    if (word === 'import') return name.tokenType.name === 'STRING';
    if (word === 'define') return this.statements.has(`define ${name.image}`);
    if (name.tokenType.name === 'ID')
      return next === undefined || !this.afterNames.has(next.image) || next.image === ',' || next.image === '}';
    const behind = onLineOf(name, next);
    if (behind === undefined || !/^[a-z]/.test(name.image)) return false;
    const isText = behind.tokenType.name === 'STRING';
    return !(isText && this.beforeTexts.has(name.image)) && this.statements.get(word)!.behindName.includes(isText ? '"' : behind.image);
  }

  /** Splits what stands in the braces of a statement where its lines begin. */
  itemsOf(statement: readonly LexedToken[], body: readonly LexedToken[]): LexedToken[][] {
    const words = this.statements.get(formKey(statement))?.items ?? [];
    const pieces: LexedToken[][] = [];
    // A line in braces of its own belongs to what they are the braces of.
    let open = 0;
    for (const [i, token] of body.entries()) {
      const isOwn = open === 0;
      if (token.image === '{') open++;
      else if (token.image === '}' && open > 0) open--;
      const begins = i === 0 || (isOwn && isFirstOnLine(body, i) && (words.includes(token.image) || body[i + 1]?.image === '='));
      if (begins && body[i + 1]?.image !== ',') pieces.push([token]);
      else if (pieces.length === 0) pieces.push([token]);
      else pieces.at(-1)!.push(token);
    }
    return pieces;
  }

  /** Splits what stands in braces within those of a statement, where one line of it begins a line. */
  linesOf(body: readonly LexedToken[]): LexedToken[][] {
    const pieces: LexedToken[][] = [];
    for (const [i, token] of body.entries()) {
      const begins = isFirstOnLine(body, i) && (this.items.has(token.image) || body[i + 1]?.image === '=') && body[i + 1]?.image !== ',';
      if (pieces.length === 0 || begins) pieces.push([token]);
      else pieces.at(-1)!.push(token);
    }
    return pieces;
  }

  /** Splits the head of a statement, or a line of its body, where its clauses begin lines. */
  clausesOf(piece: readonly LexedToken[]): LexedToken[][] {
    const parts: LexedToken[][] = [];
    for (const [i, token] of piece.entries()) {
      if (i === 0 || (this.clauses.has(token.image) && isFirstOnLine(piece, i))) parts.push([token]);
      else parts.at(-1)!.push(token);
    }
    return parts;
  }

  /** `define` at the start of a line, with what it defines: no name that the line above was in want of, however the parser took it. */
  clearStarts(tokens: readonly LexedToken[]): number[] {
    return tokens.flatMap((token, i) => {
      if (token.image !== 'define' || !isFirstOnLine(tokens, i)) return [];
      return this.isClear('define', onLineOf(token, tokens[i + 1]), undefined) ? [token.startOffset] : [];
    });
  }
}

/** What a statement is, by its words: `zone`, `define zone`. */
export function formKey(statement: readonly LexedToken[]): string {
  const [first, second] = statement;
  return first?.image === 'define' ? `define ${second?.image ?? ''}` : (first?.image ?? '');
}

function isFirstOnLine(tokens: readonly LexedToken[], i: number): boolean {
  const before = tokens[i - 1];
  return before === undefined || (before.endLine ?? 0) < (tokens[i]!.startLine ?? 0);
}

function onLineOf(token: LexedToken, next: LexedToken | undefined): LexedToken | undefined {
  return next !== undefined && next.startLine === token.endLine ? next : undefined;
}

function column(token: LexedToken): number {
  return token.startColumn ?? 1;
}

/** Signs that follow a name, but for those that follow the name of a statement, and what follows an attribute. */
function afterNamesOf(grammar: Grammar): Set<string> {
  const behindNames = new Set([...statementsOfGrammar(grammar).values()].flatMap(({ behindName }) => behindName));
  const signs = [...signsOf(grammar)].filter((sign) => sign === ',' || !(behindNames.has(sign) || sign === '('));
  return new Set([...signs, ...wordsBehind(grammar, 'Attribute')]);
}
