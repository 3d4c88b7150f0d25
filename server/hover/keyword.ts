import type { GrammarAST } from 'langium';
import { meaningOf } from '../../language/grammar/meaning.js';
import { code, paragraphs, escapedText } from '../markdown.js';

export function keywordHover(keyword: GrammarAST.Keyword): string | undefined {
  const words = meaningOf(keyword);
  return words === undefined ? undefined : paragraphs([code(keyword.value), escapedText(words)]);
}
