import type { LangiumParser, ParseResult } from 'langium';

type Token = ParseResult['parserErrors'][number]['token'];

/** What Chevrotain keeps to itself of a parser that runs. */
interface Inner {
  maxLookahead: number;
  recoveryEnabled: boolean;
  attemptInRepetitionRecovery: () => void;
  raiseNoAltException: () => void;
  LA(ahead: number): Token;
  SAVE_ERROR(error: Error): Error;
}

/**
 * Ways to run a parser. To recover from an error, and to find out all that could have stood in its place, takes far longer than to
 * read a statement, and is of no use to somebody who tries many texts.
 */
export class ParserModes {
  private readonly inner: Inner;

  constructor(parser: LangiumParser) {
    this.inner = (parser as unknown as { wrapper: Inner }).wrapper;
    // Messages tell the next word only.
    this.inner.maxLookahead = 1;
  }

  /** Ends at the first error, which may have no message. */
  upToFirstError<T>(run: () => T): T {
    const { inner } = this;
    const raiseNoAltException = (): void => {
      const place = { token: inner.LA(1), previousToken: inner.LA(0), resyncedTokens: [] };
      throw inner.SAVE_ERROR(Object.assign(new Error(), { name: 'NoViableAltException', ...place }));
    };
    return this.with({ recoveryEnabled: false, attemptInRepetitionRecovery: () => undefined, raiseNoAltException }, run);
  }

  /** Ends at the first error, with a message. */
  withMessages<T>(run: () => T): T {
    return this.with({ recoveryEnabled: false, attemptInRepetitionRecovery: () => undefined }, run);
  }

  private with<T>(other: Partial<Inner>, run: () => T): T {
    const { recoveryEnabled, attemptInRepetitionRecovery, raiseNoAltException } = this.inner;
    Object.assign(this.inner, other);
    try {
      return run();
    } finally {
      Object.assign(this.inner, { recoveryEnabled, attemptInRepetitionRecovery, raiseNoAltException });
    }
  }
}
