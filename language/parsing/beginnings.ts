import type { LangiumCoreServices } from 'langium';

/** A word of the language in a text. */
export type Token = ReturnType<LangiumCoreServices['parser']['Lexer']['tokenize']>['tokens'][number];

/** The words that statements begin with. */
export const statementWords: ReadonlySet<string> = new Set(
  'import design zone component data link flow accept exclude define cite'.split(' '),
);

/** What a statement goes on with behind a name that is spelled like a word of the language. */
const behindName: Readonly<Record<string, readonly string[]>> = {
  design: ['{', '"'],
  zone: ['is', 'in', 'run', '{', '"'],
  component: ['is', 'in', 'run', '{', '"'],
  data: ['is', '{', '"'],
  link: [':', '"'],
  flow: ['is', ':', '"'],
  accept: ['on', ','],
  exclude: ['on', ','],
  cite: ['"'],
};
/** Behind these words a text in quotes is no title. */
const beforeTexts: ReadonlySet<string> = new Set('because by note evidence version owner publisher edition url guidance'.split(' '));
/** Where one of these follows, the word before is a name that goes on with the line above, or an attribute. */
const afterNames: ReadonlySet<string> = new Set([',', '=', '!=', '<', '<=', '>', '>=', '->', '<->', '|', ')', '}', 'set', 'of']);

/** What stands in the braces of a statement, by its word; after `define` by the word behind it. */
const kinds = ['control', 'uses', 'stores', 'note'];
const items: Readonly<Record<string, readonly string[]>> = {
  design: [...kinds, 'version', 'owner', 'profile'],
  zone: kinds,
  component: kinds,
  data: kinds,
  link: kinds,
  flow: kinds,
  'define zone': kinds,
  'define component': kinds,
  'define data': kinds,
  'define service': [...kinds, 'not'],
  'define control': ['implies', 'note'],
  'define mechanism': ['provides', 'weak', 'exclusive', 'family', 'runs', 'fits', 'only', 'never', 'suits', 'see', 'note'],
  'define standard': ['publisher', 'edition', 'url', 'source', 'note'],
  'define harm': ['see', 'note'],
  'define threat': ['leads', 'note'],
  'define attack': ['leads', 'note'],
  'define attribute': ['note'],
  'define profile': ['extends', 'includes', 'note'],
  'define requirement': ['category', 'severity', 'applies', 'refines', 'mitigates', 'see', 'because', 'guidance', 'note'],
};

/**
 * Splits the tokens of a text where statements begin, for a text that cannot be read as a whole: at a word of theirs, first on its
 * line, that what follows fits. Where that leaves a doubt, the line has to be indented no deeper than the statement before it.
 * What stands before the first statement is a piece, too.
 */
export function statementsOf(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [];
  for (const [i, token] of tokens.entries()) {
    const begun = pieces.at(-1)?.[0];
    if (begun === undefined || beginsStatement(tokens, i, begun)) pieces.push([token]);
    else pieces.at(-1)!.push(token);
  }
  return pieces;
}

function beginsStatement(tokens: readonly Token[], i: number, begun: Token): boolean {
  const token = tokens[i]!;
  if (!statementWords.has(token.image) || !isFirstOnLine(tokens, i)) return false;
  const name = onLineOf(token, tokens[i + 1]);
  if (name !== undefined && afterNames.has(name.image)) return false;
  return isClear(token.image, name, tokens[i + 2]) || column(token) <= column(begun);
}

function isClear(word: string, name: Token | undefined, next: Token | undefined): boolean {
  if (name === undefined) return false;
  if (word === 'import') return name.tokenType.name === 'STRING';
  if (word === 'define') return `define ${name.image}` in items;
  if (name.tokenType.name === 'ID') return next === undefined || !afterNames.has(next.image) || next.image === ',' || next.image === '}';
  const behind = onLineOf(name, next);
  if (behind === undefined || !/^[a-z]/.test(name.image)) return false;
  const isText = behind.tokenType.name === 'STRING';
  return !(isText && beforeTexts.has(name.image)) && behindName[word]!.includes(isText ? '"' : behind.image);
}

/** Splits what stands in the braces of a statement where its lines begin. */
export function itemsOf(statement: readonly Token[], body: readonly Token[]): Token[][] {
  const words = items[formKey(statement)] ?? [];
  const pieces: Token[][] = [];
  for (const [i, token] of body.entries()) {
    const begins = i === 0 || (isFirstOnLine(body, i) && (words.includes(token.image) || body[i + 1]?.image === '='));
    if (begins && body[i + 1]?.image !== ',') pieces.push([token]);
    else if (pieces.length === 0) pieces.push([token]);
    else pieces.at(-1)!.push(token);
  }
  return pieces;
}

/** What begins a line of its own within a statement or a line of its body, and goes on with it. */
const clauses: ReadonlySet<string> = new Set(
  'is in run over carries returns via opened on until because by for planned evidence from to where needs else'.split(' '),
);

/** Splits the head of a statement, or a line of its body, where its clauses begin lines. */
export function clausesOf(piece: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const [i, token] of piece.entries()) {
    if (i === 0 || (clauses.has(token.image) && isFirstOnLine(piece, i))) parts.push([token]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

/** What a statement is, by its words: `zone`, `define zone`. */
export function formKey(statement: readonly Token[]): string {
  const [first, second] = statement;
  return first?.image === 'define' ? `define ${second?.image ?? ''}` : (first?.image ?? '');
}

/** `define` at the start of a line, with what it defines: no name that the line above was in want of, however the parser took it. */
export function clearStarts(tokens: readonly Token[]): number[] {
  return tokens.flatMap((token, i) => {
    if (token.image !== 'define' || !isFirstOnLine(tokens, i)) return [];
    return isClear('define', onLineOf(token, tokens[i + 1]), undefined) ? [token.startOffset] : [];
  });
}

function isFirstOnLine(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return before === undefined || (before.endLine ?? 0) < (tokens[i]!.startLine ?? 0);
}

function onLineOf(token: Token, next: Token | undefined): Token | undefined {
  return next !== undefined && next.startLine === token.endLine ? next : undefined;
}

function column(token: Token): number {
  return token.startColumn ?? 1;
}
