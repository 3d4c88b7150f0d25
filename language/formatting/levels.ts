import type { LayoutRole } from './roles.js';
import type { TextToken } from './tokens.js';

/** What is open at a token: a statement, item, clause, part or parenthesis, and how far its line is indented. */
interface Open {
  readonly rank: number;
  readonly level: number;
}

const ranks: Readonly<Partial<Record<LayoutRole, number>>> = { statement: 0, item: 1, line: 2, clause: 2, part: 3 };
const parenthesis = 4;

/**
 * How far each token is indented if it begins a line: one level deeper than the line on which the innermost statement, item,
 * clause or parenthesis around it begins.
 */
export function indentLevels(tokens: readonly TextToken[], breaks: readonly number[]): number[] {
  const open: Open[] = [];
  const next = nextWords(tokens);
  let line = 0;
  return tokens.map((token, i) => {
    const level = token.comment ? levelOfComment(open, next[i]) : levelOf(open, token);
    if (breaks[i]! > 0) line = level;
    if (!token.comment) enter(open, token, line);
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
function levelOfComment(open: readonly Open[], next: TextToken | undefined): number {
  if (next === undefined) return 0;
  if (next.text === '}') return (open[0]?.level ?? 0) + 1;
  return next.text === ')' ? innermost(open) + 1 : levelOf(open, next);
}

function levelOf(open: readonly Open[], { role, text }: TextToken): number {
  const rank = ranks[role];
  if (rank === 0) return 0;
  if (rank !== undefined) return (open.findLast((one) => one.rank < rank)?.level ?? 0) + 1;
  if (text === '{' || text === '}') return open[0]?.level ?? 0;
  return text === ')' ? innermost(open) : innermost(open) + 1;
}

const innermost = (open: readonly Open[]): number => open.at(-1)?.level ?? 0;

function enter(open: Open[], { role, text }: TextToken, level: number): void {
  const rank = ranks[role];
  if (rank !== undefined) {
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    open.push({ rank, level });
  } else if (text === '(') open.push({ rank: parenthesis, level });
  else if (text === ')') open.splice(open.findLastIndex((one) => one.rank === parenthesis));
  else if (text === '{' || text === '}') open.splice(1);
}
