import { AstUtils, CstUtils, type ParseResult } from 'langium';
import { isModel, isSetting, type Model } from '../generated/ast.js';
import { lineEndsOf } from '../writing/index.js';
import { rolesOf, type LayoutRole } from './roles.js';

/** One token of a text, comments among them. What lies between two tokens is white space. */
export interface TextToken {
  readonly text: string;
  readonly offset: number;
  readonly end: number;
  readonly role: LayoutRole;
  readonly comment: boolean;
  /** How often the line breaks between the token before and this one. */
  readonly breaks: number;
}

export const isLineComment = (token: TextToken): boolean => token.comment && token.text.startsWith('//');
export const hasBreak = (token: TextToken): boolean => token.comment && /[\n\r]/.test(token.text);

/** The tokens of a text without errors, in order; undefined if it has some. */
export function textTokensOf(text: string, { value, lexerErrors, parserErrors }: ParseResult): TextToken[] | undefined {
  if (lexerErrors.length > 0 || parserErrors.length > 0 || !isModel(value) || value.$cstNode === undefined) return undefined;
  const leaves = CstUtils.flattenCst(value.$cstNode).toArray();
  const roles = rolesByOffset(value);
  const roleOf = rolesOf(leaves.find(({ hidden }) => !hidden));
  const tokens: TextToken[] = [];
  let from = 0;
  for (const leaf of leaves) {
    const { offset, length, hidden } = leaf;
    const end = offset + length;
    const role = hidden ? 'plain' : (roles.get(offset) ?? roleOf(leaf));
    const breaks = lineEndsOf(text.slice(from, offset)).length;
    tokens.push({ text: text.slice(offset, end), offset, end, role, comment: hidden, breaks });
    from = end;
  }
  return tokens;
}

/** What begins with a name or with a word that several statements share is told by the tree. */
function rolesByOffset(model: Model): ReadonlyMap<number, LayoutRole> {
  const roles = new Map<number, LayoutRole>();
  for (const node of AstUtils.streamAst(model)) {
    if (isSetting(node) && node.$containerProperty === 'body' && node.$cstNode !== undefined) roles.set(node.$cstNode.offset, 'item');
  }
  for (const node of AstUtils.streamContents(model)) {
    if (node.$cstNode !== undefined) roles.set(node.$cstNode.offset, 'statement');
  }
  return roles;
}
