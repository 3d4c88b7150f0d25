/** Where a line ends too early, as far as words for what is missing there depend on it. */
export interface LineEnd {
  /** The last word of the line, and the one before it. */
  readonly last: string;
  readonly before: string | undefined;
  /** The word that the statement begins with. */
  readonly statement: string;
  /** Whether the line is the head of the statement. */
  readonly isHead: boolean;
  /** Whether the last word is a name or a title, and whether hardly more than that is written yet. */
  readonly isName: boolean;
  readonly isShort: boolean;
  /** What the parser expected there, by the names of tokens. */
  readonly expected: readonly string[] | undefined;
}

/** Where the form of a statement is found: the first of these words that has one. */
export type FormWords = readonly string[];

/** What is wrong with a text that cannot be read. `found` is the word that was found, empty at the end of the file. */
export type Heard =
  | readonly [what: 'expected', names: readonly string[], found: string, form: FormWords]
  | readonly [what: 'expectedAtEnd', names: readonly string[]]
  | readonly [what: 'stray', found: string, form: FormWords]
  | readonly [what: 'noStatement', found: string, form: FormWords]
  | readonly [what: 'misspelt', found: string, meant: string]
  | readonly [what: 'closesNothing']
  | readonly [what: 'unclosedBrace', isInside: boolean]
  | readonly [what: 'unfinishedList', form: FormWords]
  | readonly [what: 'unfinished', end: LineEnd, form: FormWords]
  | readonly [what: 'unclosedText']
  | readonly [what: 'unclosedComment']
  | readonly [what: 'otherQuotes', quote: string]
  | readonly [what: 'otherSigns', signs: string]
  | readonly [what: 'tooLong', most: number]
  | readonly [what: 'tooManyComments', most: number]
  | readonly [what: 'bracketsTooDeep', most: number]
  | readonly [what: 'tooDeep'];

/**
 * Errors of the parser and of the lexer hold a text, whatever it is for: it is what is wrong, as data, from which whoever tells it makes words.
 */
export function saidAs(heard: Heard): string {
  return JSON.stringify(heard);
}

export function heardIn({ message }: { readonly message: string }): Heard {
  return JSON.parse(message) as Heard;
}
