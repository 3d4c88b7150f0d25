import type { Fix as SarifFix, Replacement } from 'sarif';
import { endedAs, positionsIn, type Edit, type TextPlace } from '../../../language/writing/index.js';
import { fixesFor, type Assessment, type Finding, type Fix } from '../../../review/index.js';
import { wellFormed } from '../../clean.js';
import { fixTitle } from '../../fix-titles.js';
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
    .map((fix) => fixOf(fix, assessment, context));
}

function fixOf(fix: Fix, { architecture }: Assessment, { toPath, textOf }: ReportContext): SarifFix {
  const { edits } = fix;
  return {
    description: { text: messageText(fixTitle(fix, architecture.catalogue)) },
    artifactChanges: [...new Set(edits.map(({ uri }) => uri))].map((uri) => {
      const text = textOf(uri) ?? '';
      const placeAt = positionsIn(text);
      const own = edits.filter((edit) => edit.uri === uri);
      return { artifactLocation: artifactAt(toPath(uri)), replacements: own.map((edit) => replacementOf(edit, text, placeAt)) };
    }),
  };
}

/** Who applies a repair byte by byte keeps the line ends of the file. */
function replacementOf(edit: Edit, text: string, placeAt: (offset: number) => TextPlace): Replacement {
  const [start, end] = [placeAt(edit.start), placeAt(edit.end)];
  return {
    deletedRegion: { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 },
    insertedContent: { text: wellFormed(endedAs(text, edit)) },
  };
}
