import { DefaultDocumentValidator, type LangiumCoreServices, type LangiumDocument, type URI } from 'langium';
import { URI as Uri } from 'langium';
import type { MeterCoreServices, MeterSharedServices } from '../module.js';
import type { SourceRange } from '../source/index.js';
import { grantsOfMechanism, provides } from '../semantics/index.js';
import { isBuiltIn } from '../names/imports.js';
import { findExcess } from '../parsing/guard.js';
import { modelOf } from '../parsing/model.js';
import { checks } from './checks.js';
import type { Context, Mistake } from './mistake.js';
import { retold } from './foreseen/retold.js';
import { unknownNames } from './unknown-names.js';

type Diagnostic = Awaited<ReturnType<DefaultDocumentValidator['validateDocument']>>[number];
type ParserErrors = Parameters<DefaultDocumentValidator['processParsingErrors']>[0];
type Token = ParserErrors['parserErrors'][number]['token'];
const severities = { error: 1, warning: 2, info: 3, hint: 4 } as const;
/** `DiagnosticTag.Unnecessary` of LSP. */
const unnecessaryTag = 1;
/** After so many a reader looks at the first ones anyway, and the editor stays quick. */
const mostOfACode = 100;
/** So many controls are offered to choose from. */
const mostControls = 4;

/** Says everything that is wrong with the writing of a file: text that cannot be read, names that nobody declared, and the checks. */
export class WritingValidator extends DefaultDocumentValidator {
  constructor(private readonly services: LangiumCoreServices) {
    super(services);
  }

  protected override getSource(): string {
    return 'meterlint';
  }

  protected override processLexingErrors(result: ParserErrors, diagnostics: Diagnostic[]): void {
    this.readable(result, diagnostics, () => super.processLexingErrors(result, diagnostics, {}));
  }

  protected override processParsingErrors(result: ParserErrors, diagnostics: Diagnostic[]): void {
    this.readable(result, diagnostics, () => super.processParsingErrors(result, diagnostics, {}));
  }

  /** One code for all that cannot be read; after one such error in a line, others there are its echo. */
  private readable({ value }: ParserErrors, diagnostics: Diagnostic[], process: () => void): void {
    const before = diagnostics.length;
    process();
    const lines = new Set(diagnostics.slice(0, before).map(({ range }) => range.start.line));
    const added = diagnostics.splice(before).filter(({ range }) => !lines.has(range.start.line) && lines.add(range.start.line));
    for (const diagnostic of added.slice(0, mostOfACode)) {
      const told = { ...diagnostic, code: 'syntax-error', data: { code: 'syntax-error' } };
      const { $document: document } = value;
      diagnostics.push(
        // A text that was refused as a whole has no line to speak of.
        document === undefined || findExcess(document.textDocument.getText()) !== undefined
          ? told
          : retold(told, document, (name) => this.providedBy(name)),
      );
    }
  }

  /** Some controls that a mechanism provides, those of what it is in general first. */
  private providedBy(mechanism: string): string[] {
    const catalogue = ((this.services as MeterCoreServices).shared as MeterSharedServices).meter.Designs.catalogue();
    return [...grantsOfMechanism(mechanism, catalogue).keys()]
      .reverse()
      .filter((control) => provides(mechanism, control, catalogue))
      .slice(0, mostControls);
  }

  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[]): void {
    const context = this.contextOf(document);
    // A name on a line that could not be read is an echo of that.
    const unread = new Set(diagnostics.map(({ range }) => range.start.line));
    const found = this.diagnosticsOf(context, [unknownNames(this.services)]);
    diagnostics.push(...found.filter(({ range }) => !unread.has(range.start.line)));
  }

  protected override validateAst(root: Parameters<DefaultDocumentValidator['validateAst']>[0]): Promise<Diagnostic[]> {
    const document = root.$document;
    if (document === undefined || isBuiltIn(document.uri)) return Promise.resolve([]);
    // What stands on a line that could not be read in full may be an echo of that.
    const unread = unreadLines(document);
    const found = this.diagnosticsOf(this.contextOf(document), checks);
    return Promise.resolve(found.filter(({ range }) => !unread.has(range.start.line)));
  }

  private contextOf(document: LangiumDocument): Context {
    const shared = (this.services as MeterCoreServices).shared as MeterSharedServices;
    return {
      document,
      uri: document.uri.toString(),
      model: modelOf(document),
      catalogue: shared.meter.Designs.catalogue(),
      designs: shared.meter.Designs.of(document.uri),
      sources: shared.meter.Designs.sources(),
      shared,
      grammar: this.services.Grammar,
      documentAt: (uri: URI | string) => shared.workspace.LangiumDocuments.getDocument(typeof uri === 'string' ? Uri.parse(uri) : uri),
    };
  }

  private diagnosticsOf(context: Context, all: readonly ((context: Context) => Iterable<Mistake>)[]): Diagnostic[] {
    const found = new Map<string, Diagnostic>();
    const perCode = new Map<string, number>();
    for (const check of all) {
      for (const mistake of check(context)) {
        const { code, message, range } = mistake;
        // A fragment's mistake may show in several designs in the same way.
        const key = `${code} ${range.startOffset} ${message}`;
        const count = (perCode.get(code) ?? 0) + 1;
        if (found.has(key) || count > mostOfACode) continue;
        perCode.set(code, count);
        found.set(key, toDiagnostic(mistake));
      }
    }
    return [...found.values()];
  }
}

function unreadLines({ parseResult: { lexerErrors, parserErrors } }: LangiumDocument): Set<number> {
  const ends = parserErrors.map((error) =>
    'previousToken' in error && Number.isNaN(error.token.startOffset) ? error.previousToken : error.token,
  );
  const lines = [...lexerErrors.map(({ line }) => line), ...ends.map((token) => (token as Token).endLine)];
  return new Set(lines.map((line) => (line ?? 1) - 1));
}

function toDiagnostic(mistake: Mistake): Diagnostic {
  const { code, severity, message, range, related, repairs = [], unnecessary } = mistake;
  const about =
    related === undefined ? [] : [{ location: { uri: related.range.uri, range: lspRange(related.range) }, message: related.message }];
  return {
    source: 'meterlint',
    code,
    severity: severities[severity],
    message,
    range: lspRange(range),
    ...(about.length > 0 ? { relatedInformation: about } : {}),
    ...(unnecessary === true ? { tags: [unnecessaryTag] } : {}),
    data: { code, fixes: repairs },
  };
}

function lspRange({ startLine, startColumn, endLine, endColumn }: SourceRange) {
  return { start: { line: startLine, character: startColumn }, end: { line: endLine, character: endColumn } };
}
