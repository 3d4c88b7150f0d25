import { AstUtils, GrammarAST, type AstNode } from 'langium';
import { isWord } from './elements.js';

/** Langium keeps the comment before a part of the grammar with it. */
type Commented = { readonly $comment?: string };

/** The lines of the comment before a part of the grammar. */
function linesOf(part: object | undefined): string[] {
  const comment = (part as Commented | undefined)?.$comment;
  if (comment?.startsWith('/**') !== true) return [];
  return comment
    .slice(3, -2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
}

const mark = /@(\w+)/g;

/** What the comment says to the checks, such as `once` of `@once`. */
export function marksOf(part: object): string[] {
  return linesOf(part).flatMap((line) => [...line.matchAll(mark)].map((match) => match[1]!));
}

/** What the comment says to users. */
function wordsOf(part: object | undefined): string | undefined {
  const words = linesOf(part)
    .map((line) => line.replaceAll(mark, '').trim())
    .join(' ')
    .trim();
  return words === '' ? undefined : words;
}

/** Words and arrows say something; brackets, colons and commas are written by hand. */
export const isWritten = (text: string): boolean => isWord(text) || /^<?->$/.test(text);

/** What a word of the language says at a place: the grammar's comment on it there, else on what it is a part of. */
export function meaningOf(keyword: GrammarAST.Keyword): string | undefined {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule);
  if (rule === undefined || !isWritten(keyword.value)) return undefined;
  return wordsOf(keyword) ?? wordsBefore(keyword) ?? wordsOf(sameIn(rule, keyword)) ?? wordsOf(rule);
}

/** `by` of `run by`: the comment stands before the first of the words that belong together. */
function wordsBefore(keyword: GrammarAST.Keyword): string | undefined {
  for (let node: AstNode = keyword; node.$container !== undefined && !GrammarAST.isParserRule(node); node = node.$container) {
    const group = node.$container;
    if (!GrammarAST.isGroup(group)) continue;
    const before = group.elements[(node.$containerIndex ?? 0) - 1];
    const words = wordsOf(GrammarAST.isAssignment(before) ? before.terminal : before);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** The same word elsewhere in a rule, where one comment serves all of them. */
function sameIn(rule: GrammarAST.ParserRule, { value }: GrammarAST.Keyword): GrammarAST.Keyword | undefined {
  return AstUtils.streamAst(rule)
    .filter(GrammarAST.isKeyword)
    .find((keyword) => keyword.value === value && wordsOf(keyword) !== undefined);
}
