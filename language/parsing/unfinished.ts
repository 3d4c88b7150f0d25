import { formKey, type LexedToken } from './beginnings.js';
import type { FormWords, Heard } from './heard.js';

/** The head of a statement, or a line of its body. */
export interface LineInStatement {
  readonly piece: readonly LexedToken[];
  readonly statement: readonly LexedToken[];
}

/** Says of a statement, or of a line of its body, that something is missing at its end, with the form. */
export function unfinished(expected: readonly string[] | undefined, tokens: readonly LexedToken[], place: LineInStatement): Heard {
  const [last, before] = [tokens.at(-1)!, tokens.at(-2)];
  const { piece, statement } = place;
  if (last.image === ',') return ['unfinishedList', formOf(place)];
  const end = {
    last: last.image,
    before: before?.image,
    statement: statement[0]!.image,
    isHead: piece[0] === statement[0],
    isName: before !== undefined && ['ID', 'STRING'].includes(last.tokenType.name),
    isShort: tokens[0] === statement[0] && tokens.length <= 3,
    expected,
  };
  return ['unfinished', end, formOf(place)];
}

/** What the parser says of a word in a statement, or in a line of its body, with the form. */
export function withForm(heard: Heard, place: LineInStatement): Heard {
  switch (heard[0]) {
    case 'expected':
      return heard[3].length > 0 ? heard : ['expected', heard[1], heard[2], formOf(place)];
    case 'stray':
    case 'noStatement':
      return [heard[0], heard[1], formOf(place)];
    default:
      return heard;
  }
}

function formOf({ piece, statement }: LineInStatement): FormWords {
  if (piece[0] === statement[0]) return [formKey(statement), statement[0]!.image];
  return [piece[1]?.image === '=' ? '=' : piece[0]!.image];
}
