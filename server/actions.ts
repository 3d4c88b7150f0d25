import type { LangiumDocument, URI } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { isBuiltIn } from '../language/names/imports.js';
import type { Snapshot } from '../workspace/index.js';
import { actionTitle, fixedNotice } from './action-titles.js';
import { workspaceEdit } from './changes.js';
import { findingDiagnostic } from './finding-diagnostics.js';
import { findingActions, type FindingHere } from './finding-fixes.js';
import { fixAll, fixAllKind, type FixAll } from './fix-all.js';
import type { MeterServerServices } from './module.js';
import { chooseFixCommand, fixedCommand, type FixedParams } from './protocol.js';
import type { OfferedRepair } from './offered.js';
import { overlaps } from './range.js';
import { refactorActions } from './refactor/index.js';
import { toldFindingsAt } from './told-findings.js';

/** Offers the fixes of findings and of validation errors at a place, ways to rewrite what is selected, and all preferred fixes of the file in one. */
export class MeterCodeActions implements CodeActionProvider {
  constructor(private readonly services: MeterServerServices) {}

  async getCodeActions(document: LangiumDocument, params: CodeActionParams): Promise<CodeAction[]> {
    if (isBuiltIn(document.uri)) return [];
    const { only, triggerKind } = params.context;
    const wants = (kind: string) => only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
    const actions = wants(CodeActionKind.QuickFix) ? this.quickFixes(document, params) : [];
    actions.push(...(await refactorActions(document, params, this.forRefactoring(), wants)));
    // A cursor that moves needs no answer that takes a review of the file for each of its steps.
    const isAsked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
    if (isAsked && wants(fixAllKind)) {
      const fixed = await fixAll(document, this.snapshot);
      if (fixed !== undefined) actions.push(this.fixingAll(fixed));
    }
    return actions;
  }

  /** What is left to people stands in the title, and is said once more when it is done where the client can. */
  private fixingAll({ edit, questions }: FixAll): CodeAction {
    const title = actionTitle(['fixAll']);
    if (questions === undefined) return { title, kind: fixAllKind, edit };
    const action: CodeAction = { title: actionTitle(['fixAllLeaving', questions]), kind: fixAllKind, edit };
    if (!this.services.shared.server.ClientAbilities.has(fixedCommand)) return action;
    const params: FixedParams = {
      told: fixedNotice(questions),
    };
    return { ...action, command: { title, command: fixedCommand, arguments: [params] } };
  }

  private quickFixes(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    const { snapshot } = this;
    const actions: CodeAction[] = [];
    for (const own of this.atPlace(document, params)) {
      const { fixes = [] } = (own.data ?? {}) as { fixes?: readonly OfferedRepair[] };
      for (const fix of fixes) actions.push(this.written(fix, sentOf(own, params) ?? own));
    }
    // FindingHere of the review, not of the list of problems, which has no room for each finding of a large file.
    const findings = toldFindingsAt(document, params.range, snapshot).map((told): FindingHere => {
      const own = findingDiagnostic(told, snapshot.sources, this.services.shared.workspace.ConfigurationProvider.table('shownAs'));
      return { ...told, diagnostic: sentOf(own, params) ?? groupSent(own, params) ?? own };
    });
    return [...actions, ...findingActions(findings, snapshot, this.services.shared.server.ClientAbilities.has(chooseFixCommand))];
  }

  private get snapshot(): Snapshot {
    return this.services.shared.server.Current.get();
  }

  private forRefactoring() {
    const { server, workspace } = this.services.shared;
    const exists = (uri: URI): Promise<boolean> => workspace.FileSystemProvider.exists(uri);
    return { snapshot: this.snapshot, createsFiles: server.ClientAbilities.createsFiles, exists };
  }

  /** The document's own diagnostics at the asked place: a client may have dropped the data of those it sends. */
  private atPlace(document: LangiumDocument, { range }: CodeActionParams): Diagnostic[] {
    return (document.diagnostics ?? []).filter((diagnostic) => overlaps(diagnostic.range, range));
  }

  private written({ title, preferred, edits }: OfferedRepair, diagnostic: Diagnostic): CodeAction {
    const edit = workspaceEdit(edits, this.snapshot);
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: preferred, edit };
  }
}

/** A diagnostic as the client sent it along. */
function sentOf(own: Diagnostic, { context }: CodeActionParams): Diagnostic | undefined {
  return context.diagnostics.find((one) => sameDiagnostic(one, own));
}

/** The one that tells of a finding together with others. */
function groupSent({ range }: Diagnostic, { context }: CodeActionParams): Diagnostic | undefined {
  return context.diagnostics.find((one) => one.code === 'more-findings' && overlaps(one.range, range));
}

function sameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  return a.code === b.code && a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}
