import type { DefaultDocumentValidator, LangiumDocument } from 'langium';
import { foreseenIn } from './find.js';
import type { Repair } from '../mistake.js';
import type { ControlsOf } from './table.js';

type Diagnostic = Awaited<ReturnType<DefaultDocumentValidator['validateDocument']>>[number];

/** What a line that cannot be read is told, in the words for the mistake in it, if it is one that is foreseen; with its repairs. */
export function retold(diagnostic: Diagnostic, { textDocument, uri }: LangiumDocument, controlsOf: ControlsOf): Diagnostic {
  const { line } = diagnostic.range.start;
  const found = foreseenIn(textDocument.getText().split(/\r\n|\n|\r/)[line] ?? '', controlsOf);
  if (found === undefined) return diagnostic;
  const [from, to] = found.place;
  const [start, end] = found.replaced.map((character) => textDocument.offsetAt({ line, character }));
  const fixes = found.writes.map((newText): Repair => ({
    title: newText.trim() === '' ? 'Leave it out' : `Write '${newText.trim()}'`,
    preferred: found.isSure,
    certain: found.isSure,
    edits: [{ uri: uri.toString(), start: start!, end: end!, newText }],
  }));
  const range = { start: { line, character: from }, end: { line, character: to } };
  return { ...diagnostic, message: found.message, range, data: { code: diagnostic.code, fixes } };
}
