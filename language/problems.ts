import type { LangiumDocument } from 'langium';
import { rangeBetween } from './read/range.js';
import type { SourceRange } from './source/index.js';

/** A mistake of writing in one file. `hides` says that a part of the file could not be read because of it. */
export interface WrittenProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: SourceRange;
  readonly hides: boolean;
}

const severityNames = ['error', 'warning', 'information', 'hint'] as const;
/** Of a file that was asked for and cannot be read. */
export const unreadableFile = 'unreadable-file';
/** Mistakes that leave a part of the file unread, or a name without what it means. */
const hidingCodes = new Set(['syntax-error', 'unknown-name', 'import-missing', 'import-outside', 'import-path', unreadableFile]);

/** Whether a mistake of this code leaves a part unread. */
export function hidesPart(code: string): boolean {
  return hidingCodes.has(code);
}

/** What a validated document's diagnostics say of its writing, in the order of the text; in an editor findings stand among them. */
export function problemsOf(document: LangiumDocument): WrittenProblem[] {
  const offset = (position: { line: number; character: number }) => document.textDocument.offsetAt(position);
  return (document.diagnostics ?? [])
    .filter(
      (diagnostic) => (diagnostic.data as { finding?: unknown } | undefined)?.finding === undefined && diagnostic.code !== 'more-findings',
    )
    .map((diagnostic) => {
      const data = diagnostic.data as { code?: unknown } | undefined;
      const code = String(data?.code ?? diagnostic.code ?? 'problem');
      return {
        code,
        severity: severityNames[(diagnostic.severity ?? 1) - 1] ?? 'error',
        message: typeof diagnostic.message === 'string' ? diagnostic.message : '',
        range: rangeBetween(document, offset(diagnostic.range.start), offset(diagnostic.range.end)),
        hides: hidingCodes.has(code),
      };
    })
    .sort((a, b) => a.range.startOffset - b.range.startOffset);
}
