import type { Grammar } from '../../language/grammar/elements.js';
import { continuationsOf } from '../../language/grammar/words.js';
import { isFirstOnLine, type CursorToken } from './cursor.js';
import type { Situation } from './situation.js';
import type { KeywordOffer } from './words.js';

/** A statement begins a line; what stands in a body does so, too, unless somebody writes it on one line with the brace. */
export function mayBegin(opens: KeywordOffer['opens'], situation: Situation): boolean {
  if (opens === undefined) return true;
  const { cursor, statement } = situation;
  if (opens === 'line' && goesOn(statement.after, statement.items, situation.grammar)) return false;
  if (opens === 'statement') return beginsLine(situation);
  return beginsLine(situation) || cursor.before.at(-1)?.image === '{' || cursor.start < cursor.offset;
}

/** Whether the line of the body goes on behind the cursor. */
function goesOn([next, second]: readonly CursorToken[], items: readonly string[], grammar: Grammar): boolean {
  return next !== undefined && !items.includes(next.image) && second?.image !== '=' && continuationsOf(grammar).has(next.image);
}

/** Whether nothing stands behind the word in its line but the rest of its statement. */
export function endsLine({ cursor, statement }: Situation): boolean {
  const next = cursor.after[0];
  const isBehind = next !== undefined && !cursor.text.slice(cursor.end, next.startOffset).includes('\n');
  return !isBehind || statement.after[0] === next;
}

export function beginsLine({ cursor }: Situation): boolean {
  return isFirstOnLine(cursor.text, { startOffset: cursor.start } as CursorToken);
}
