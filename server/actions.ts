import { URI, type LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CodeActionKind, type CodeAction, type CodeActionParams, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { isBuiltIn } from '../language/names/imports.js';
import { fixesFor, type Assessment, type Finding, type Fix, type TextEdit } from '../review/index.js';
import type { FindingData } from './diagnostics.js';
import { fixAll, fixAllKind } from './fix-all.js';
import type { MeterServerServices } from './module.js';

/** A fix that a diagnostic of a mistake of writing carries. */
interface WrittenFix {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly { readonly uri: string; readonly range: Diagnostic['range']; readonly newText: string }[];
}

/** Offers the fixes of findings and of mistakes of writing at a place, and one that takes all preferred ones of the file. */
export class MeterCodeActions implements CodeActionProvider {
  constructor(private readonly services: MeterServerServices) {}

  async getCodeActions(document: LangiumDocument, params: CodeActionParams): Promise<CodeAction[]> {
    if (isBuiltIn(document.uri)) return [];
    const { only, diagnostics } = params.context;
    const wants = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const found = this.services.shared.server.Assessments.inFile(document.uri);
      for (const diagnostic of this.atPlace(document, params)) {
        const asked = diagnostics.find((one) => sameDiagnostic(one, diagnostic)) ?? diagnostic;
        const data = diagnostic.data as Partial<FindingData> & { fixes?: readonly WrittenFix[] };
        for (const fix of data.fixes ?? []) actions.push(written(fix, asked));
        const match = found.find(({ finding }) => finding.id === data.finding);
        if (match !== undefined) actions.push(...this.findingActions(match.finding, match.assessment, asked));
      }
    }
    if (wants(fixAllKind)) {
      const edit = await fixAll(document, this.services.shared);
      if (edit !== undefined) actions.push({ title: 'Add the best control for every finding in this file', kind: fixAllKind, edit });
    }
    return actions;
  }

  private findingActions(finding: Finding, assessment: Assessment, diagnostic: Diagnostic): CodeAction[] {
    return fixesFor(finding, assessment)
      .filter((fix) => this.mayCount(fix))
      .map((fix) => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: fix.preferred,
        edit: toWorkspaceEdit(fix),
      }));
  }

  /** A decision in a file that may hold none would be an error and do nothing. */
  private mayCount({ kind, edits }: Fix): boolean {
    if (kind !== 'accept' && kind !== 'exclude') return true;
    return edits.every(({ uri }) => this.services.shared.meter.DecisionFiles.refusedBy(URI.parse(uri)) === undefined);
  }

  /** The document's own diagnostics at the asked place: a client may have dropped the data of those it sends. */
  private atPlace(document: LangiumDocument, { range }: CodeActionParams): Diagnostic[] {
    return (document.diagnostics ?? []).filter((diagnostic) => overlaps(diagnostic.range, range));
  }
}

function overlaps(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  const before = (x: Diagnostic['range']['start'], y: Diagnostic['range']['start']) =>
    x.line < y.line || (x.line === y.line && x.character < y.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}

function toWorkspaceEdit(fix: Fix): WorkspaceEdit {
  return { changes: groupByFile(fix.edits) };
}

export function groupByFile(edits: readonly TextEdit[]): NonNullable<WorkspaceEdit['changes']> {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { uri, start, end, newText } of edits) {
    const range = {
      start: { line: start.line, character: start.column },
      end: { line: end.line, character: end.column },
    };
    (changes[uri] ??= []).push({ range, newText });
  }
  return changes;
}

function written(fix: WrittenFix, diagnostic: Diagnostic): CodeAction {
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { uri, range, newText } of fix.edits) (changes[uri] ??= []).push({ range, newText });
  return { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: fix.preferred, edit: { changes } };
}
