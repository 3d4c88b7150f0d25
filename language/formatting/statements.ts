import type { LangiumCoreServices, ParseResult } from 'langium';
import { firstWordsOf } from '../grammar/statements.js';
import { lineEndsOf, lineStart, type Stretch } from '../writing/index.js';
import { gapsOf, type WhiteSpace } from './gaps.js';

/** What turns text into tokens and trees. */
export type TextReader = Pick<LangiumCoreServices, 'Grammar'> & {
  readonly parser: Pick<LangiumCoreServices['parser'], 'LangiumParser' | 'Lexer'>;
};

export type LexedWord = ReturnType<TextReader['parser']['Lexer']['tokenize']>['tokens'][number];

/**
 * Where statements seem to begin in a text that need not parse: at one of their words, first on its line, outside braces; at the very
 * left also within braces, as one may be missing.
 */
export function statementStarts(text: string, words: readonly LexedWord[], { Grammar }: Pick<TextReader, 'Grammar'>): number[] {
  const starters = firstWordsOf(Grammar);
  const starts: number[] = [];
  let depth = 0;
  for (const { image, startOffset } of words) {
    if (image === '{') depth++;
    else if (image === '}') depth = Math.max(0, depth - 1);
    else if (starters.has(image) && (depth === 0 || startOffset === lineStart(text, startOffset))) {
      if (text.slice(lineStart(text, startOffset), startOffset).trim() !== '') continue;
      starts.push(startOffset);
      depth = 0;
    }
  }
  return starts;
}

/**
 * The white space in those statements of a broken text that have no errors and lie about the lines from one offset to another,
 * and in so many of their neighbours.
 */
export function gapsOfStatements(text: string, reader: TextReader, from: number, to: number, neighbours: number): WhiteSpace[] {
  const results = new Map<string, ParseResult>();
  const read = ({ start, end }: Stretch): ParseResult => {
    const key = `${start}-${end}`;
    const result = results.get(key) ?? reader.parser.LangiumParser.parse(text.slice(start, end));
    results.set(key, result);
    return result;
  };
  return sound(around(statements(text, reader), text, from, to, neighbours), read).flatMap((stretch) => {
    const gaps = gapsOf(text.slice(stretch.start, stretch.end), read(stretch)) ?? [];
    const before = { start: lineStart(text, stretch.start), end: stretch.start, newText: '' };
    const inner = gaps.slice(1, -1).map((gap) => ({ ...gap, start: gap.start + stretch.start, end: gap.end + stretch.start }));
    return [before, ...inner];
  });
}

/** Each up to its last token or comment. */
function statements(text: string, reader: TextReader): Stretch[] {
  const starts = statementStarts(text, reader.parser.Lexer.tokenize(text).tokens, reader);
  return starts.map((start, i) => ({ start, end: start + text.slice(start, starts[i + 1]).trimEnd().length }));
}

/** Those that touch the range, and neighbours up to the next blank lines: columns reach that far. */
function around(all: readonly Stretch[], text: string, from: number, to: number, neighbours: number): readonly Stretch[] {
  let first = all.findIndex(({ end }) => end >= from);
  let last = all.findLastIndex(({ start }) => start <= to);
  if (first < 0 || last < first) return [];
  const joined = (i: number) => all[i] !== undefined && all[i + 1] !== undefined && !isBlank(text, all[i].end, all[i + 1]!.start);
  for (let left = neighbours; left > 0 && joined(first - 1); left--) first--;
  for (let left = neighbours; left > 0 && joined(last); left--) last++;
  return all.slice(first, last + 1);
}

function isBlank(text: string, from: number, to: number): boolean {
  return lineEndsOf(text.slice(from, to)).length > 1;
}

/** Statements without errors, joined with their neighbours where they can be read together. */
function sound(stretches: readonly Stretch[], read: (stretch: Stretch) => ParseResult): Stretch[] {
  const isSound = (stretch: Stretch): boolean => {
    const { lexerErrors, parserErrors } = read(stretch);
    return lexerErrors.length === 0 && parserErrors.length === 0;
  };
  const runs: Stretch[][] = [[]];
  for (const stretch of stretches) {
    if (isSound(stretch)) runs.at(-1)!.push(stretch);
    else runs.push([]);
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const whole = first !== undefined && last !== undefined && first !== last ? { start: first.start, end: last.end } : undefined;
    return whole !== undefined && isSound(whole) ? [whole] : run;
  });
}
