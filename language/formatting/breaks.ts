import { hasBreak, isLineComment, type TextToken } from './tokens.js';

/**
 * How many line breaks go before each token: 0, 1, or 2 where a blank line stands. The author's breaks stay. Beyond them every
 * statement begins a line, and so do the items and the closing brace of a body that is not on one line, or is that of an element and has more than two.
 */
export function lineBreaks(tokens: readonly TextToken[]): number[] {
  const bodies = bodiesOverLines(tokens);
  const breaks: number[] = [];
  // Whether the line so far holds comments only, so that what follows is not torn from them.
  let onlyComments = true;
  // A comma at the beginning of a line goes up to what it follows, and its break moves behind it.
  let moved = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const own = Math.min(2, Math.max(token.breaks, moved));
    const count: number =
      before === undefined ? 0 : breaksBetween(before, token, own, bodies.has(i) && (!onlyComments || token.text === '}'));
    moved = isSticky(token) && count === 0 ? own : 0;
    onlyComments = token.comment && (count > 0 || onlyComments);
    breaks.push(count);
  }
  return breaks;
}

function breaksBetween(before: TextToken, token: TextToken, own: number, forced: boolean): number {
  const joins = token.text === '{' || isSticky(token);
  if (isLineComment(before)) return joins || token.text === '}' ? 1 : Math.max(1, own);
  if (joins) return 0;
  if (before.text === '{') return token.text === '}' ? 0 : Math.min(1, forced ? 1 : own);
  if (token.text === '}') return forced ? 1 : 0;
  return Math.max(own, forced ? 1 : 0);
}

/** A comma, or the colon behind the name of a link or flow. */
export function isSticky(token: TextToken): boolean {
  return token.text === ',' || token.role === 'colon';
}

/** The body of an element that has more items than this has a line for each. A definition may be a line of a table. */
export const mostInLine = 2;

/** Indices of the tokens that begin a line whatever the author did. */
function bodiesOverLines(tokens: readonly TextToken[]): ReadonlySet<number> {
  const forced = new Set<number>();
  // The braces that are open, the outermost first.
  const open: number[] = [];
  let isDefinition = false;
  for (const [i, token] of tokens.entries()) {
    if (token.role === 'statement') {
      forced.add(i);
      isDefinition = token.text === 'define';
    }
    if (token.role === 'statement') open.length = 0;
    if (token.text === '{') open.push(i);
    const from = token.text === '}' ? open.pop() : undefined;
    if (from === undefined) continue;
    const depths = depthsOf(tokens, from, i);
    const inner = tokens.slice(from + 1, i + 1);
    const isOwn = (at: number) => depths[at] === 0;
    const isLong = !isDefinition && inner.filter(({ role }, at) => role === 'item' && isOwn(at)).length > mostInLine;
    const overLines = inner.length > 1 && (isLong || inner.some((one) => one.breaks > 0 || hasBreak(one) || isLineComment(one)));
    if (overLines) {
      for (const [at, one] of inner.entries())
        if (isOwn(at) && (one.role === 'item' || one.role === 'line' || one === token)) forced.add(from + 1 + at);
    }
  }
  return forced;
}

/** How deep each token behind an opening brace stands in further braces, up to the one that closes it. */
function depthsOf(tokens: readonly TextToken[], open: number, close: number): number[] {
  let depth = 0;
  return tokens.slice(open + 1, close + 1).map(({ text }, at) => {
    if (text === '}' && open + 1 + at < close) depth--;
    const own = depth;
    if (text === '{') depth++;
    return own;
  });
}
