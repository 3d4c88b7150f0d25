import type { Target } from '../../language/model/index.js';
import type { CursorToken } from './cursor.js';
import { isName, type StatementAtCursor } from './statement.js';

/** What a decision names beside the target under the cursor. */
export function otherTargets({ before, after }: StatementAtCursor): Target[] {
  return [...targetsIn(before), ...(after[0]?.image === ',' ? targetsFrom(after, 1) : [])];
}

/** What a decision is about, as far as it stands in some of its tokens that hold its `on`. */
export function targetsIn(tokens: readonly CursorToken[]): Target[] {
  const on = tokens.findIndex(({ image }) => image === 'on');
  return on < 0 ? [] : targetsFrom(tokens, on + 1);
}

function targetsFrom(tokens: readonly CursorToken[], start: number): Target[] {
  const found: Target[] = [];
  for (let index = start; isName(tokens[index]); index++) {
    const every = tokens[index]!.image === 'every' && isName(tokens[index + 1]) && tokens[index + 1]!.image !== 'and';
    if (every) index++;
    const within = !every && tokens[index + 1]?.image === 'and' && tokens[index + 2]?.image === 'within';
    found.push({ reach: every ? 'every' : within ? 'within' : 'itself', name: tokens[index]!.image });
    if (within) index += 2;
    if (tokens[++index]?.image !== ',') break;
  }
  return found;
}
