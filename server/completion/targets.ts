import type { Target } from '../../language/model/index.js';
import type { Token } from './cursor.js';
import { isName } from './statement.js';

/** What a decision is about, as far as it stands in some of its tokens, behind `on` where they hold it. */
export function targetsIn(tokens: readonly Token[]): Target[] {
  const on = tokens.findIndex(({ image }) => image === 'on');
  const found: Target[] = [];
  for (let index = on + 1; isName(tokens[index]); index++) {
    const every = tokens[index]!.image === 'every' && isName(tokens[index + 1]) && tokens[index + 1]!.image !== 'and';
    if (every) index++;
    const within = !every && tokens[index + 1]?.image === 'and' && tokens[index + 2]?.image === 'within';
    found.push({ reach: every ? 'every' : within ? 'within' : 'itself', name: tokens[index]!.image });
    if (within) index += 2;
    if (tokens[++index]?.image !== ',') break;
  }
  return found;
}
