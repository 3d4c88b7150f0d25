import { perGrammar, type Grammar } from '../../language/grammar/elements.js';
import { partsOf } from '../../language/grammar/parts.js';
import { statementsOfGrammar } from '../../language/grammar/statements.js';
import { formKey } from '../../language/parsing/beginnings.js';
import { isFirstOnLine, isOperator, opensStatement, type Cursor, type CursorToken } from './cursor.js';

/** The statement around a cursor. */
export interface StatementAtCursor {
  /** Its tokens before the word under the cursor, and behind that word. */
  readonly before: readonly CursorToken[];
  readonly after: readonly CursorToken[];
  /** Index in `before` of the brace that is still open; -1 in the head. */
  readonly brace: number;
  /** Index in `before` where the line of the body begins in which the word stands; -1 where there is none. */
  readonly item: number;
  /** What begins a line of its body. */
  readonly items: readonly string[];
  /** Whether a line of its body may be the value of an attribute. */
  readonly takesAttributes: boolean;
}

export function statementAt(cursor: Cursor, grammar: Grammar): StatementAtCursor {
  const { text } = cursor;
  const first = cursor.before.findLastIndex((token, index) => opensStatement(text, token, cursor.before[index + 1], grammar));
  const next = cursor.after.findIndex((token, index) => opensStatement(text, token, cursor.after[index + 1], grammar));
  const before = cursor.before.slice(Math.max(first, 0));
  const after = cursor.after.slice(0, next < 0 ? undefined : next);
  const open = openBraces(before);
  const brace = open.at(-1) ?? -1;
  const known = statementsOfGrammar(grammar).get(formKey(before));
  const { items, takesAttributes } =
    open.length > 1 ? innerLines(grammar) : { items: known?.items ?? [], takesAttributes: known?.takesAttributes ?? false };
  const item =
    brace < 0
      ? -1
      : before.findLastIndex((token, index) => index > brace && beginsItem(token, before[index + 1], { items, takesAttributes }, text));
  return { before, after, brace, item, items, takesAttributes };
}

/** Within braces of its own, a line of a body may be any of those that elements have. */
const innerLines = perGrammar((grammar): Lines => {
  const all = [...partsOf(grammar)].filter(([, part]) => part === 'item').map(([{ value }]) => value);
  return { items: [...new Set(all)], takesAttributes: true };
});

function openBraces(tokens: readonly CursorToken[]): readonly number[] {
  const open: number[] = [];
  tokens.forEach(({ image }, index) => {
    if (image === '{') open.push(index);
    else if (image === '}') open.pop();
  });
  return open;
}

type Lines = Pick<StatementAtCursor, 'items' | 'takesAttributes'>;

function beginsItem(token: CursorToken, next: CursorToken | undefined, { items, takesAttributes }: Lines, text: string): boolean {
  if (!isFirstOnLine(text, token)) return false;
  if (isOperator(next)) return next?.image === '=' && takesAttributes;
  return items.includes(token.image);
}

/**
 * The ways to read what stands before the word, best first. Other lines of the body are left out: a mistake in one of them
 * must not spoil this one.
 */
export function readings({ before, brace, item }: StatementAtCursor): (readonly CursorToken[])[] {
  if (brace < 0) return [before];
  const head = before.slice(0, brace + 1);
  const named = before.slice(0, before[0]?.image === 'define' ? 3 : 2);
  const line = before.slice(item < 0 ? brace + 1 : item);
  // Without what stands between the name and the brace, where that cannot be read.
  return [
    [...head, ...line],
    [...named, before[brace]!, ...line],
  ];
}

/** The tokens of the line of the body around the cursor; in the head, those of the head. The word itself is left out. */
export function itemTokens(statement: StatementAtCursor, text: string): { before: CursorToken[]; after: CursorToken[] } {
  const { before, after, brace, item } = statement;
  const start = brace < 0 ? 0 : item < 0 ? brace + 1 : item;
  const end = after.findIndex(
    (token, index) => token.image === '{' || token.image === '}' || (brace >= 0 && beginsItem(token, after[index + 1], statement, text)),
  );
  return { before: before.slice(start), after: after.slice(0, end < 0 ? undefined : end) };
}

export const isName = (token: CursorToken | undefined): token is CursorToken => token !== undefined && /^[\p{L}\d_]/u.test(token.image);

/** The other names of the list in which the word under the cursor stands. */
export function listedAround({ before, after }: StatementAtCursor): Set<string> {
  const names = new Set<string>();
  for (let index = before.length - 1; before[index]?.image === ',' && isName(before[index - 1]); index -= 2) {
    names.add(before[index - 1]!.image);
  }
  for (let index = 0; after[index]?.image === ',' && isName(after[index + 1]); index += 2) names.add(after[index + 1]!.image);
  return names;
}

/** The stops of a flow's path, as far as they stand in some tokens behind the colon; those that are not written yet are empty. */
export function stopsIn(tokens: readonly CursorToken[]): string[][] {
  const stops: string[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    if (token.image === '->') stops.push([]);
    else if (token.image !== ',') {
      if (!isName(token) || (stops.at(-1)!.length > 0 && tokens[index - 1]?.image !== ',')) break;
      stops.at(-1)!.push(token.image);
    }
  }
  return stops;
}

/** The tokens of the body around the cursor (of the whole statement where there is no open brace), the word itself left out. */
export function bodyTokens({ before, after, brace }: StatementAtCursor): {
  readonly before: readonly CursorToken[];
  readonly after: readonly CursorToken[];
} {
  const close = after.findIndex(({ image }) => image === '}' || image === '{');
  return { before: before.slice(brace + 1), after: after.slice(0, close < 0 ? undefined : close) };
}

/** Attributes that the body around the cursor gives a value, before and behind it. */
export function attributesSet(statement: StatementAtCursor): Set<string> {
  const { before, after } = bodyTokens(statement);
  const names = new Set<string>();
  for (const tokens of [before, after]) {
    tokens.forEach((token, index) => {
      if (tokens[index + 1]?.image === '=') names.add(token.image);
    });
  }
  return names;
}
