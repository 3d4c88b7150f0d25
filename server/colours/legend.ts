/**
 * What a word can be. The roles of the language have names of their own, each with a standard type to fall back on in
 * `package.json`; what every language has goes by the standard name.
 */
export const tokenTypes = [
  'design',
  'zone',
  'component',
  'data',
  'link',
  'flow',
  'kind',
  'service',
  'control',
  'mechanism',
  'attribute',
  'word',
  'requirement',
  'profile',
  'condition',
  'standard',
  'harm',
  'threat',
  'attack',
  'place',
  'severity',
  'type',
  'keyword',
  'operator',
  'number',
  'string',
  'comment',
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** `defaultLibrary` and `readonly` mark names of the built-in catalogue. */
export const tokenModifiers = ['declaration', 'defaultLibrary', 'readonly', 'documentation'] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/** A colour scheme of plain text knows these from the characters alone; where an editor has one, they are left to it. */
export const plainTypes: ReadonlySet<TokenType> = new Set(['keyword', 'operator', 'number', 'string', 'comment']);

export interface ColourRole {
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}
