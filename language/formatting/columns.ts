import { hasBreak, type TextToken } from './tokens.js';
import { columnsOf } from './width.js';

/** The declarations whose titles and kinds stand in columns. */
const sorts: ReadonlySet<string> = new Set(['zone', 'component', 'data', 'link']);

/** The beginning of a line that begins a declaration: where its title and its `is` (of a link: its colon) stand, if they do. */
interface Head {
  readonly sort: string;
  /** Columns of `zone`, a space and the name. */
  readonly width: number;
  readonly title: number | undefined;
  readonly titleWidth: number;
  /** The token behind name and title that is aligned. */
  readonly tail: number | undefined;
}

/**
 * How many spaces go before the tokens that stand in a column: the titles, and the `is` behind them, of declarations of one
 * sort on lines directly below one another. Where only some links have a title, the others' colon stands in its column.
 */
export function columnSpaces(tokens: readonly TextToken[], breaks: readonly number[]): ReadonlyMap<number, number> {
  const spaces = new Map<number, number>();
  let run: Head[] = [];
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && breaks[i] === 0) continue;
    const head = token.role === 'statement' && sorts.has(token.text) ? headAt(tokens, breaks, i) : undefined;
    const last = run.at(-1);
    if (head === undefined || breaks[i] !== 1 || last?.sort !== head.sort) {
      align(run, spaces);
      run = [];
    }
    if (head !== undefined) run.push(head);
  }
  align(run, spaces);
  return spaces;
}

function align(run: readonly Head[], spaces: Map<number, number>): void {
  if (run.length < 2) return;
  const nameEnd = run.reduce((most, { width }) => Math.max(most, width), 0);
  const titled = run.filter(({ title }) => title !== undefined);
  const titleEnd = titled.reduce((most, { titleWidth }) => Math.max(most, nameEnd + 1 + titleWidth), nameEnd);
  for (const { sort, width, title, titleWidth, tail } of run) {
    if (title !== undefined) spaces.set(title, nameEnd + 1 - width);
    if (tail === undefined) continue;
    const end = title === undefined ? width : nameEnd + 1 + titleWidth;
    if (sort !== 'link') spaces.set(tail, titleEnd + 1 - end);
    else if (title === undefined && titled.length > 0) spaces.set(tail, nameEnd + 1 - end);
  }
}

/** Undefined where a comment stands before the name, or one of the line goes on below. */
function headAt(tokens: readonly TextToken[], breaks: readonly number[], start: number): Head | undefined {
  let end = start + 1;
  while (end < tokens.length && breaks[end] === 0) end++;
  const line = tokens.slice(start, end);
  const [word, name, third] = line;
  if (word === undefined || name === undefined || name.comment || line.some(hasBreak)) return undefined;
  const isTitle = third?.text.startsWith('"') === true;
  const tail = isTitle ? 3 : 2;
  return {
    sort: word.text,
    width: columnsOf(`${word.text} ${name.text}`),
    title: isTitle ? start + 2 : undefined,
    titleWidth: isTitle ? columnsOf(third.text) : 0,
    tail: line[tail]?.role === 'colon' || line[tail]?.text === 'is' ? start + tail : undefined,
  };
}
