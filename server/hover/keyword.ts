import { AstUtils, GrammarAST, type AstNode } from 'langium';
import { code, paragraphs, text } from '../markdown.js';

/** Words and arrows say something; brackets, colons and commas are written by hand. */
export const isWritten = /^(?:\p{L}|<?->$)/u;

type Commented = { readonly $comment?: string };

export function keywordHover(keyword: GrammarAST.Keyword): string | undefined {
  const words = meaningOf(keyword);
  return words === undefined ? undefined : paragraphs([code(keyword.value), text(words)]);
}

/** What a word of the language says at a place: the grammar's comment on it there, else on what it is a part of. */
export function meaningOf(keyword: GrammarAST.Keyword): string | undefined {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule);
  // A word that is used as a name says nothing of the language.
  if (rule === undefined || rule.name === 'Name' || !isWritten.test(keyword.value)) return undefined;
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

function wordsOf(node: object | undefined): string | undefined {
  const comment = (node as Commented | undefined)?.$comment;
  if (comment?.startsWith('/**') !== true) return undefined;
  const lines = comment.slice(3, -2).split(/\r?\n/);
  return lines
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join(' ')
    .trim();
}

/** The same word elsewhere in a rule, where one comment serves all of them. */
function sameIn(rule: GrammarAST.ParserRule, { value }: GrammarAST.Keyword): GrammarAST.Keyword | undefined {
  return AstUtils.streamAst(rule)
    .filter(GrammarAST.isKeyword)
    .find((keyword) => keyword.value === value && wordsOf(keyword) !== undefined);
}
