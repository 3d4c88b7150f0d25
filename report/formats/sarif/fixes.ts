import type { Fix as SarifFix, Replacement } from 'sarif';
import { fixesFor, type Assessment, type Finding, type Fix, type TextEdit } from '../../../review/index.js';
import { wellFormed } from '../../clean.js';
import type { ReportContext } from '../format.js';
import { artifactAt, messageText } from './places.js';

const mostFixes = 4;
const mostMechanisms = 2;

/** What is surely right first. Left out: decisions, plans, and what only the author knows to be true. */
export function sarifFixes(finding: Finding, assessment: Assessment, context: ReportContext): SarifFix[] {
  if (context.redacted === true) return [];
  const ready = fixesFor(finding, assessment, context.sources, mostMechanisms).filter(({ kind }) => kind === 'mechanism' || kind === 'all');
  return [...ready.filter(({ preferred }) => preferred), ...ready.filter(({ preferred }) => !preferred)]
    .slice(0, mostFixes)
    .map((fix) => fixOf(fix, context));
}

function fixOf({ title, edits }: Fix, { toPath, textOf }: ReportContext): SarifFix {
  return {
    description: { text: messageText(title) },
    artifactChanges: [...new Set(edits.map(({ uri }) => uri))].map((uri) => ({
      artifactLocation: artifactAt(toPath(uri)),
      replacements: edits.filter((edit) => edit.uri === uri).map((edit) => replacementOf(edit, lineEndOf(textOf(uri)))),
    })),
  };
}

/** Who applies a repair byte by byte keeps the line ends of the file. */
function lineEndOf(text: string | undefined): string {
  return text?.includes('\r\n') === true ? '\r\n' : '\n';
}

function replacementOf({ start, end, newText }: TextEdit, lineEnd: string): Replacement {
  return {
    deletedRegion: { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 },
    insertedContent: { text: wellFormed(newText).replace(/\r?\n/g, lineEnd) },
  };
}
