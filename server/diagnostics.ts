import { DefaultDocumentValidator, GrammarUtils, type LangiumDocument } from 'langium';
import { modelOf } from '../language/parsing/model.js';
import { rangeOfCst } from '../language/read/range.js';
import { addDays, daysToCarry } from '../review/fixes/decisions.js';
import { removal, replacement, type Mistake, type Repair } from '../language/wellformed/mistake.js';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { SourceMap, SourceRange } from '../language/source/index.js';
import { isBuiltIn } from '../language/names/imports.js';
import { counted } from '../summary/count.js';
import { decisionProblems } from '../report/decisions.js';
import { handbookAddress } from '../report/handbook.js';
import { factWords } from '../report/facts.js';
import { rangeOfFinding } from '../report/locate.js';
import { findingMessage } from '../report/message.js';
import { byWeight, elementNamed, type Assessment, type Finding, type ObservedFact } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';
import { rangeOf } from './range.js';
import { doublesIn } from './authoring/doubles.js';
import type { MeterServerServices, MeterServerSharedServices } from './module.js';

export { rangeOf };

/** More findings than this in one file drown each other; the rest is counted in one more diagnostic. */
const mostFindings = 250;

/** What a finding's diagnostic carries so that its fixes are found again. */
export interface FindingData {
  readonly code: string;
  readonly finding: string;
}

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
    const snapshot = this.shared.server.Current.get();
    const written = snapshot.mistakes(document.uri.toString()).map(ofMistake);
    return [...written, ...findingsIn(document, snapshot), ...idleDecisions(document, snapshot), ...doublesIn(document, snapshot)];
  }
}

const mistakeSeverities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

function ofMistake({ code, severity, message, range, related, repairs = [], unnecessary }: Mistake): Diagnostic {
  const about = related === undefined ? [] : [{ location: locationOf(related.range), message: related.message }];
  return {
    source: 'meterlint',
    code,
    severity: mistakeSeverities[severity],
    message,
    range: rangeOf(range),
    ...(about.length > 0 ? { relatedInformation: about } : {}),
    ...(unnecessary === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    data: { code, fixes: repairs },
  };
}

function findingsIn({ uri }: LangiumDocument, snapshot: Snapshot): Diagnostic[] {
  const merged = mergeDesigns(snapshot.findingsIn(uri.toString()));
  const shown = merged.slice(0, mostFindings).map((one) => toDiagnostic(one, snapshot.sources));
  const left = merged.length - shown.length;
  if (left > 0) {
    shown.push({
      source: 'meterlint',
      code: 'more-findings',
      severity: DiagnosticSeverity.Information,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      message: `${left} further findings in this file are not shown here. Export the findings to see all of them.`,
    });
  }
  return shown;
}

function idleDecisions(document: LangiumDocument, snapshot: Snapshot): Diagnostic[] {
  const uri = document.uri.toString();
  const assessments = snapshot.designsOf(uri).map((architecture) => snapshot.assessmentOf(architecture));
  return decisionProblems(assessments, snapshot.sources, uri).map(({ code, severity, message, range }) => ({
    source: 'meterlint',
    code,
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    ...(code !== 'decision-without-effect' ? {} : { tags: [DiagnosticTag.Unnecessary] }),
    range: rangeOf(range),
    message,
    data: {
      code,
      fixes: [
        ...(code === 'decision-past' ? carriedOn(document, range, snapshot.settings.date) : []),
        removal(document, range, 'Remove the decision', code === 'decision-without-effect'),
      ],
    },
  }));
}

/** The risk is looked at again, and carried for as long as a new decision would. */
function carriedOn(document: LangiumDocument, { startOffset }: SourceRange, today: string): Repair[] {
  const node = modelOf(document).elements.find((one) => one.$cstNode?.offset === startOffset);
  const until = GrammarUtils.findNodeForProperty(node?.$cstNode, 'until');
  if (until === undefined) return [];
  const day = addDays(today, daysToCarry);
  return [replacement(rangeOfCst(document, until), day, `Accept the risk again, until ${day}`, false)];
}

interface Merged {
  readonly finding: Finding;
  readonly assessment: Assessment;
  readonly designs: readonly string[];
}

/** A fragment's element may stand in several designs with the same finding: it is told once and names them. */
function mergeDesigns(found: readonly { finding: Finding; assessment: Assessment }[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const { finding, assessment } of found) {
    const message = findingMessage(finding, assessment);
    const key = `${finding.requirement}\n${finding.element}\n${message}`;
    const before = merged.get(key);
    merged.set(key, { finding, assessment, ...before, designs: [...(before?.designs ?? []), finding.design] });
  }
  // Of several designs the worst comes first as well: what does not fit is cut from the end.
  return [...merged.values()].sort((one, other) => byWeight(one.finding, other.finding));
}

const severities = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Information,
} as const;

/** The list of problems holds what every report counts; what is planned or unknown is marked in the text, and told beside the number. */
export function severityOf(finding: Finding): DiagnosticSeverity {
  return counted(finding) ? severities[finding.severity] : DiagnosticSeverity.Hint;
}

function toDiagnostic({ finding, assessment, designs }: Merged, sources: SourceMap): Diagnostic {
  const isShared = assessment.architecture.files[0] !== finding.file;
  const within = isShared ? `\nIn ${designs.length === 1 ? 'design' : 'designs'} ${designs.join(', ')}.` : '';
  const address = handbookAddress(assessment.architecture.catalogue.requirements.get(finding.requirement));
  const data: FindingData = { code: finding.requirement, finding: finding.id };
  return {
    source: 'meterlint',
    code: finding.requirement,
    ...(address === undefined ? {} : { codeDescription: { href: address } }),
    severity: severityOf(finding),
    range: rangeOf(rangeOfFinding(finding, assessment, sources)),
    message: findingMessage(finding, assessment) + within,
    relatedInformation: relatedTo(finding, assessment, sources),
    data,
  };
}

/** The data carried, the zones or parties on both sides of a border and the requirement itself, as places to go to. */
function relatedTo(finding: Finding, assessment: Assessment, sources: SourceMap): DiagnosticRelatedInformation[] {
  const { architecture } = assessment;
  const places: DiagnosticRelatedInformation[] = [];
  for (const reason of finding.reasons) {
    if (reason.kind !== 'condition' || reason.truth !== 'true') continue;
    for (const fact of reason.facts) {
      for (const name of placesIn(fact)) {
        const element = elementNamed(architecture, name);
        if (element !== undefined) places.push({ location: locationOf(sources.rangeOf(element)), message: factWords(fact) });
      }
    }
  }
  const requirement = architecture.catalogue.requirements.get(finding.requirement);
  if (requirement !== undefined) {
    places.push({
      location: locationOf(sources.rangeOf(requirement)),
      message: `requirement ${requirement.name}: ${requirement.title ?? ''}`,
    });
  }
  return places.slice(0, 8);
}

/** The elements that one may want to see to understand a fact. */
function placesIn(fact: ObservedFact): string[] {
  switch (fact.kind) {
    case 'carries':
    case 'stores':
      return [fact.data];
    case 'crosses':
      return [fact.from, fact.to].flatMap((side) => ('element' in side ? side.element : []));
    default:
      return [];
  }
}

function locationOf(range: SourceRange) {
  return { uri: range.uri, range: rangeOf(range) };
}
