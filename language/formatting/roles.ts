import type { CstNode, LeafCstNode } from 'langium';
import { grammarOf, keywordOf } from '../grammar/elements.js';
import { partsOf, type GrammarPart } from '../grammar/parts.js';

/** What a token begins, as far as the layout cares: what stands at the top of a file, or a part of that. */
export type LayoutRole = 'statement' | GrammarPart | 'colon' | 'plain';

/** The role that the grammar gives to a token: the same word may be a name elsewhere. */
export function rolesOf(first: LeafCstNode | undefined): (leaf: CstNode) => LayoutRole {
  const source = first?.grammarSource;
  const parts = source === undefined ? undefined : partsOf(grammarOf(source));
  return ({ grammarSource }) => {
    const keyword = keywordOf(grammarSource);
    if (keyword === undefined) return 'plain';
    return parts?.get(keyword) ?? (keyword.value === ':' ? 'colon' : 'plain');
  };
}
