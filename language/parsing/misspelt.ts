import { nearOf } from '../wellformed/nearest.js';
import type { LexedToken } from './beginnings.js';
import type { ParserError } from './mend.js';

/** A line that begins with a word of nobody's, where only one word of the language can have been meant. */
export interface Misspelt {
  readonly error: ParserError;
  /** The statement as it was meant. */
  readonly tokens: readonly LexedToken[];
}

type MisspeltError = ParserError & { readonly meant?: string };

/** The word that was meant where a statement begins with another one; undefined for any other error. */
export function wordMeant(error: ParserError): string | undefined {
  return (error as MisspeltError).meant;
}

/** Whether a line begins as a statement would, with a word that none begins with: no line of a statement has two names side by side. */
export function mayBeMisspelt(token: LexedToken, next: LexedToken | undefined, words: ReadonlySet<string>): boolean {
  if (next === undefined || words.has(token.image)) return false;
  const isBeforeName = next.tokenType.name === 'ID' || next.tokenType.name === 'STRING';
  if (token.tokenType.name === 'ID' && isBeforeName) return true;
  // Where words of the language stand, which may be names as well, it has to be near one that was meant.
  return isWord(token) && (isBeforeName || isWord(next)) && meantWith(token, words) !== undefined;
}

function isWord({ image }: LexedToken): boolean {
  return /^\p{L}/u.test(image);
}

/** The only word that was meant, where there is one. */
function meantWith({ image }: LexedToken, words: ReadonlySet<string>): string | undefined {
  const [meant, ...others] = nearOf(image, words).filter(({ by }) => by === 'same' || by === 'slip');
  return others.length === 0 ? meant?.name : undefined;
}

/** A statement whose first word is a slip away from one of the words that statements begin with. */
export function misspelt(
  tokens: readonly LexedToken[],
  words: ReadonlySet<string>,
  types: Readonly<Record<string, LexedToken['tokenType']>>,
): Misspelt | undefined {
  const [first, next] = tokens;
  if (first === undefined || !mayBeMisspelt(first, next, words)) return undefined;
  const meant = meantWith(first, words);
  const tokenType = meant === undefined ? undefined : types[meant];
  if (meant === undefined || tokenType === undefined) return undefined;
  const message = `'${first.image}' cannot start a statement here. Did you mean '${meant}'?`;
  const context = { ruleStack: [], ruleOccurrenceStack: [] };
  const error: MisspeltError = {
    name: 'NotAllInputParsedException',
    message,
    token: first,
    resyncedTokens: [],
    context,
    meant,
  };
  return { error, tokens: [{ ...first, image: meant, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! }, ...tokens.slice(1)] };
}
