import type { LangiumDocument } from 'langium';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import type { SourceMap } from '../language/source/index.js';
import type { Severity } from '../language/model/index.js';
import { isAtLeast } from '../language/semantics/index.js';
import { factWords } from '../report/facts.js';
import { handbookAddress } from '../report/handbook.js';
import { findingMessage } from '../report/message.js';
import { elementNamed, type Assessment, type Finding, type ObservedFact } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';
import { furtherFindings } from './further-findings.js';
import { locationOf } from './range.js';
import { severityOf, type ShownSeverities } from './severity.js';
import { toldFindings, type LocatedFinding } from './told-findings.js';

/** More findings than this in one file drown each other: the others are told together, element by element. */
export const mostSingle = 250;

/** What a finding's diagnostic carries so that its fixes are found again. */
export interface FindingData {
  readonly code: string;
  readonly finding: string;
}

/** The findings of a file: the worst one by one, the others together at the elements that they are about. None is left out that the user wants to see. */
export function findingDiagnostics(
  document: LangiumDocument,
  snapshot: Snapshot,
  lowest: Severity = 'info',
  shown: ShownSeverities = {},
): Diagnostic[] {
  const told = toldFindings(document, snapshot).filter(({ finding }) => isAtLeast(finding.severity, lowest));
  const single = told.slice(0, mostSingle).map((one) => findingDiagnostic(one, snapshot.sources, shown));
  return [...single, ...furtherFindings(told.slice(mostSingle), shown)];
}

export function findingDiagnostic(
  { finding, assessment, designs, range }: LocatedFinding,
  sources: SourceMap,
  shown: ShownSeverities = {},
): Diagnostic {
  const isShared = assessment.architecture.files[0] !== finding.file;
  const within = isShared ? `\nIn ${designs.length === 1 ? 'design' : 'designs'} ${designs.join(', ')}.` : '';
  const address = handbookAddress(assessment.architecture.catalogue.requirements.get(finding.requirement));
  const data: FindingData = { code: finding.requirement, finding: finding.id };
  return {
    source: 'meterlint',
    code: finding.requirement,
    ...(address === undefined ? {} : { codeDescription: { href: address } }),
    severity: severityOf(finding, shown),
    range,
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
