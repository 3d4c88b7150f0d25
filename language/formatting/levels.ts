import type { LayoutRole } from './roles.js';
import type { TextToken } from './tokens.js';

/** What is open at a token: a statement, item, clause, part or parenthesis, and how far its line is indented. */
interface Open {
  readonly rank: number;
  readonly level: number;
}

const ranks: Readonly<Partial<Record<LayoutRole, number>>> = { statement: 0, item: 1, line: 2, clause: 2, part: 3 };
const perBody = 3;
const parenthesis = 1000;

/**
 * How far each token is indented if it begins a line: one level deeper than the line on which the innermost statement, item,
 * clause or parenthesis around it begins.
 */
export function indentLevels(tokens: readonly TextToken[], breaks: readonly number[]): number[] {
  const open: Open[] = [];
  const bodies: Open[] = [];
  const next = nextWords(tokens);
  let line = 0;
  return tokens.map((token, i) => {
    const level = token.comment ? levelOfComment(open, bodies, next[i]) : levelOf(open, bodies, token);
    if (breaks[i]! > 0) line = level;
    if (!token.comment) enter(open, bodies, token, line);
    return level;
  });
}

/** For each token the first one from it on that is no comment. */
function nextWords(tokens: readonly TextToken[]): (TextToken | undefined)[] {
  const next: (TextToken | undefined)[] = [];
  let word: TextToken | undefined;
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (!tokens[i]!.comment) word = tokens[i];
    next[i] = word;
  }
  return next;
}

/** A comment stands where what follows it stands; before a closing brace or parenthesis it stands within. */
function levelOfComment(open: readonly Open[], bodies: readonly Open[], next: TextToken | undefined): number {
  if (next === undefined) return 0;
  if (next.text === '}') return (bodies.at(-1)?.level ?? 0) + 1;
  return next.text === ')' ? innermost(open) + 1 : levelOf(open, bodies, next);
}

function levelOf(open: readonly Open[], bodies: readonly Open[], { role, text }: TextToken): number {
  const rank = rankOf(role, bodies);
  if (rank === 0) return 0;
  if (rank !== undefined) return (open.findLast((one) => one.rank < rank)?.level ?? 0) + 1;
  if (text === '}') return bodies.at(-1)?.level ?? 0;
  if (text === '{') return ownerOf(open, bodies)?.level ?? 0;
  return text === ')' ? innermost(open) : innermost(open) + 1;
}

/** What stands in braces within braces is deeper than all that is around it. */
function rankOf(role: LayoutRole, bodies: readonly Open[]): number | undefined {
  const rank = ranks[role];
  return rank === undefined || rank === 0 ? rank : rank + perBody * Math.max(0, bodies.length - 1);
}

/** The statement whose braces these are, or the item, where they are within others. */
function ownerOf(open: readonly Open[], bodies: readonly Open[]): Open | undefined {
  if (bodies.length === 0) return open[0];
  const rank = rankOf('item', bodies)!;
  return open.findLast((one) => one.rank <= rank);
}

const innermost = (open: readonly Open[]): number => open.at(-1)?.level ?? 0;

function enter(open: Open[], bodies: Open[], { role, text }: TextToken, level: number): void {
  const rank = rankOf(role, bodies);
  if (rank === 0) bodies.length = 0;
  if (rank !== undefined) {
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    open.push({ rank, level });
  } else if (text === '(') open.push({ rank: parenthesis, level });
  else if (text === ')') open.splice(open.findLastIndex((one) => one.rank === parenthesis));
  else if (text === '{') {
    const owner = ownerOf(open, bodies);
    if (owner === undefined) return;
    open.splice(open.indexOf(owner) + 1);
    bodies.push(owner);
  } else if (text === '}') {
    const owner = bodies.pop();
    open.splice(owner === undefined ? 1 : open.indexOf(owner) + 1);
  }
}
