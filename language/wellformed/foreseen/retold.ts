import type { DefaultDocumentValidator } from 'langium';
import { foreseenIn } from './find.js';
import type { ControlsOf } from './table.js';

type Diagnostic = Awaited<ReturnType<DefaultDocumentValidator['validateDocument']>>[number];

/** What a line that cannot be read is told, in the words for the mistake in it, if it is one that is foreseen; with its repairs. */
export function retold(diagnostic: Diagnostic, text: string, uri: string, controlsOf: ControlsOf): Diagnostic {
  const { line } = diagnostic.range.start;
  const found = foreseenIn(text.split(/\r\n|\n|\r/)[line] ?? '', controlsOf);
  if (found === undefined) return diagnostic;
  const range = ([start, end]: readonly [number, number]) => ({ start: { line, character: start }, end: { line, character: end } });
  const fixes = found.writes.map((newText) => ({
    title: newText.trim() === '' ? 'Leave it out' : `Write '${newText.trim()}'`,
    preferred: found.isSure,
    certain: found.isSure,
    edits: [{ uri, range: range(found.replaced), newText }],
  }));
  return { ...diagnostic, message: found.message, range: range(found.place), data: { code: diagnostic.code, fixes } };
}
