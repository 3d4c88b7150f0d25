import { DefaultDocumentValidator, GrammarUtils, type LangiumDocument } from 'langium';
import { modelOf } from '../language/parsing/model.js';
import { rangeOfCst } from '../language/read/range.js';
import { addDays } from '../language/semantics/index.js';
import { daysToCarry } from '../review/fixes/decisions.js';
import { removal, replacement, type Mistake, type Repair } from '../language/wellformed/mistake.js';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { SourceRange } from '../language/source/index.js';
import { severities, type Severity } from '../language/model/index.js';
import { isBuiltIn } from '../language/names/imports.js';
import { decisionsToTell } from '../report/decisions.js';
import { problemAddress } from '../report/handbook.js';
import type { Snapshot } from '../workspace/index.js';
import { findingDiagnostics } from './finding-diagnostics.js';
import { messageOf, nearbyWords } from '../language/wellformed/words/index.js';
import { locationOf, protocolRangeOf } from './range.js';
import { offered } from './offered.js';
import { doublesIn } from './authoring/doubles.js';
import type { MeterServerServices, MeterServerSharedServices } from './module.js';

/** Adds the review's findings to what is wrong with a file's writing. */
export class FindingsValidator extends DefaultDocumentValidator {
  private readonly shared: MeterServerSharedServices;

  constructor(services: MeterServerServices) {
    super(services);
    this.shared = services.shared;
  }

  override validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
    if (isBuiltIn(document.uri)) return Promise.resolve([]);
    try {
      return Promise.resolve(this.diagnosticsOf(document));
    } catch (error) {
      // What goes wrong in one file must not keep the others from being told.
      this.shared.server.log(`Not checked: ${document.uri.path}: ${String(error)}`);
      return Promise.resolve([]);
    }
  }

  private diagnosticsOf(document: LangiumDocument): Diagnostic[] {
    const { Current, Steps } = this.shared.server;
    const snapshot = Current.get();
    const address = document.uri.toString();
    const designs = Steps.of('designs', () => snapshot.designsOf(address));
    const mistakes = Steps.of('checks', () => snapshot.mistakes(address));
    Steps.of('review', () => designs.map((design) => snapshot.assessmentOf(design)));
    return Steps.of('problems', () => [
      ...mistakes.map(ofMistake),
      ...findingDiagnostics(document, snapshot, lowestOf(this.shared), this.shared.workspace.ConfigurationProvider.table('shownAs')),
      ...idleDecisions(document, snapshot),
      ...doublesIn(document, snapshot),
    ]);
  }
}

const mistakeSeverities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

function ofMistake(mistake: Mistake): Diagnostic {
  const { code, severity, range, related, repairs = [], unnecessary } = mistake;
  const about = related === undefined ? [] : [{ location: locationOf(related.range), message: nearbyWords(related.is) }];
  return {
    source: 'meterlint',
    code,
    codeDescription: { href: problemAddress(code) },
    severity: mistakeSeverities[severity],
    message: messageOf(mistake),
    range: protocolRangeOf(range),
    ...(about.length > 0 ? { relatedInformation: about } : {}),
    ...(unnecessary === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data: { code, fixes: repairs.map(offered) },
  };
}

function idleDecisions(document: LangiumDocument, snapshot: Snapshot): Diagnostic[] {
  const uri = document.uri.toString();
  const assessments = snapshot.designsOf(uri).map((architecture) => snapshot.assessmentOf(architecture));
  return decisionsToTell(assessments, snapshot.sources, snapshot.settings.isOtherProfile !== true, uri).map(
    ({ code, severity, message, range }) => ({
      source: 'meterlint',
      code,
      codeDescription: { href: problemAddress(code) },
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      ...(code !== 'decision-without-effect' ? {} : { tags: [DiagnosticTag.Unnecessary] }),
      range: protocolRangeOf(range),
      message,
      data: {
        code,
        fixes: [
          ...(code === 'decision-past' ? carriedOn(document, range, snapshot.settings.date) : []),
          removal(document, range, ['removeDecision'], code === 'decision-without-effect'),
        ].map(offered),
      },
    }),
  );
}

/** The lowest severity that the user wants to see marked. */
function lowestOf({ workspace }: MeterServerSharedServices): Severity {
  const word = workspace.ConfigurationProvider.word('lowestSeverity');
  return severities.find((severity) => severity === word) ?? 'info';
}

/** The risk is looked at again, and carried for as long as a new decision would. */
function carriedOn(document: LangiumDocument, { startOffset }: SourceRange, today: string): Repair[] {
  const node = modelOf(document).elements.find((one) => one.$cstNode?.offset === startOffset);
  const until = GrammarUtils.findNodeForProperty(node?.$cstNode, 'until');
  if (until === undefined) return [];
  const day = addDays(today, daysToCarry);
  return [replacement(rangeOfCst(document, until), day, ['acceptAgain', day], false)];
}
