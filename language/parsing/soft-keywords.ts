import { DefaultTokenBuilder, type LangiumCoreServices } from 'langium';

type Build = LangiumCoreServices['parser']['TokenBuilder']['buildTokens'];

/**
 * Every word of the language may also be a name: its token is an ID besides, which the parser takes wherever the grammar asks for one,
 * so that no list of them has to be kept.
 */
export class SoftKeywords extends DefaultTokenBuilder {
  override buildTokens(...[grammar, options]: Parameters<Build>): ReturnType<Build> {
    const tokens = super.buildTokens(grammar, options);
    if (!Array.isArray(tokens)) return tokens;
    const name = tokens.find((token) => token.name === 'ID');
    // Terminals have a pattern of their own, keywords are their text.
    for (const token of tokens) if (name !== undefined && isWord(token.PATTERN)) token.CATEGORIES = [name];
    return tokens;
  }
}

function isWord(pattern: unknown): boolean {
  return typeof pattern === 'string' && /^\p{L}/u.test(pattern);
}
