import { LangiumParser, type AstNode, type LangiumCoreServices, type ParseResult, type ParserOptions } from 'langium';
import { findExcess, type Excess } from './brackets.js';
import { saidAs } from './heard.js';
import { IncrementalReader, type Reread } from './incremental.js';

/**
 * Langium's parser recurses with the nesting of the text and spreads runs of comments as call arguments: hostile or
 * damaged text would end the process. The guard answers such text with an empty tree and one error. It reads with parsers of its own; of the
 * one that it is, nothing is used.
 */
export class GuardedParser extends LangiumParser {
  private readonly reader: IncrementalReader;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.reader = new IncrementalReader(services);
  }

  override parse<T extends AstNode>(text: string, options?: ParserOptions): ParseResult<T> {
    const excess = findExcess(text);
    if (excess !== undefined) return refused(this.reader.parse<T>('', options?.rule), text, excess);
    try {
      return this.reader.parse<T>(text, options?.rule);
    } catch {
      // The parser reports mistakes and throws none: the stack has ended. Where that happened, the parser lost its place for good;
      // its own recovery may even have swallowed the RangeError and stumbled over what was left undone.
      this.reader.renew();
      return refused(this.reader.parse<T>('', options?.rule), text, { offset: 0, heard: ['tooDeep'] });
    }
  }

  /** What `parse` would give, of a text whose last tree is known, by reading what an edit can have changed; undefined where that is not sure. */
  reread<T extends AstNode>(before: ParseResult, text: string): Reread<T> | undefined {
    try {
      return this.reader.reread<T>(before, text);
    } catch {
      this.reader.renew();
      return undefined;
    }
  }
}

function refused<T extends AstNode>(empty: ParseResult<T>, text: string, excess: Excess): ParseResult<T> {
  const before = text.slice(0, excess.offset);
  const line = before.split('\n').length;
  const column = excess.offset - before.lastIndexOf('\n');
  const error = { offset: excess.offset, line, column, length: 1, message: saidAs(excess.heard) };
  return { ...empty, lexerErrors: [error], parserErrors: [] };
}
