import type { ElementSource, SourceRange } from '../../language/source/index.js';
import type { Change } from '../changes.js';
import { stretchOf } from './statements.js';

/** Takes a statement out of an element's body, and the body where nothing else stands in it. `toHead` is written behind the head. */
export function takeOut({ head, body }: ElementSource, item: SourceRange, text: string, toHead = ''): Change[] {
  const { uri } = item;
  const rest =
    body === undefined ? '' : text.slice(body.startOffset + 1, item.startOffset) + text.slice(item.endOffset, body.endOffset - 1);
  if (body !== undefined && rest.trim() === '') return [{ uri, start: head.endOffset, end: body.endOffset, newText: toHead }];
  const stretch = stretchOf({ start: item.startOffset, end: item.endOffset }, text);
  const taken = { uri, ...stretch, newText: '' };
  return toHead === '' ? [taken] : [{ uri, start: head.endOffset, end: head.endOffset, newText: toHead }, taken];
}
