import type { LangiumDocument } from 'langium';
import { rangeBetween } from '../../read/range.js';
import type { MistakeOf, Repair } from '../mistake.js';
import { foreseenIn } from './find.js';
import type { ControlsOf } from './table.js';

type Unreadable = MistakeOf<'syntax-error'>;

/** What a line that cannot be read is told, in the words for the mistake in it, if it is one that is foreseen; with its repairs. */
export function retold(mistake: Unreadable, document: LangiumDocument, controlsOf: ControlsOf): Unreadable {
  const { textDocument } = document;
  const { startLine: line } = mistake.range;
  const found = foreseenIn(textDocument.getText().split(/\r\n|\n|\r/)[line] ?? '', controlsOf);
  if (found === undefined) return mistake;
  const at = (character: number): number => textDocument.offsetAt({ line, character });
  const [from, to] = found.at;
  const [start, end] = found.replaced.map(at);
  const repairs = found.writes.map((newText): Repair => ({
    does: newText.trim() === '' ? ['leaveItOut'] : ['write', newText.trim()],
    preferred: found.isSure,
    certain: found.isSure,
    edits: [{ uri: document.uri.toString(), start: start!, end: end!, newText }],
  }));
  return { ...mistake, what: found.what, range: rangeBetween(document, at(from), at(to)), repairs };
}
