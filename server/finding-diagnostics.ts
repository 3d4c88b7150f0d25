import type { LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { ModelPart, SourceMap } from '../language/source/index.js';
import type { Severity } from '../language/model/index.js';
import { isAtLeast } from '../language/semantics/index.js';
import { factWords } from '../report/facts.js';
import { handbookAddress } from '../report/handbook.js';
import { findingMessage } from '../report/message.js';
import { elementNamed, evaluatorOf, type Assessment, type Finding, type ObservedFact } from '../review/index.js';
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
  const words = wordsOf(finding, assessment);
  const data: FindingData = { code: finding.requirement, finding: finding.id };
  return {
    source: 'meterlint',
    code: finding.requirement,
    ...(address === undefined ? {} : { codeDescription: { href: address } }),
    severity: severityOf(finding, shown),
    range,
    message: words.message + within,
    relatedInformation: words.nearby.map(([part, message]) => ({ location: locationOf(sources.rangeOf(part)), message })),
    data,
  };
}

/** What is told of a finding wherever it stands, and the parts of the model that may be looked at with it. */
interface Words {
  readonly message: string;
  readonly nearby: readonly (readonly [part: ModelPart, message: string])[];
}

/** An edit that changes nothing of a design moves what is told of it. */
function wordsOf(finding: Finding, assessment: Assessment): Words {
  const evaluator = evaluatorOf(assessment);
  return evaluator.derived(finding, 'words of a diagnostic', () => {
    evaluator.derived(assessment, 'worded findings', () => ({ count: 0 })).count++;
    return { message: findingMessage(finding, assessment), nearby: relatedTo(finding, assessment) };
  });
}

/** How many findings of a review were put into words for diagnostics. */
export function wordedFindings(assessment: Assessment): number {
  return evaluatorOf(assessment).derived(assessment, 'worded findings', () => ({ count: 0 })).count;
}

/** The data carried, the zones or parties on both sides of a border and the requirement itself, as places to go to. */
function relatedTo(finding: Finding, { architecture }: Assessment): Words['nearby'] {
  const places: (readonly [ModelPart, string])[] = [];
  for (const reason of finding.reasons) {
    if (reason.kind !== 'condition' || reason.truth !== 'true') continue;
    for (const fact of reason.facts) {
      for (const name of placesIn(fact)) {
        const element = elementNamed(architecture, name);
        if (element !== undefined) places.push([element, factWords(fact)]);
      }
    }
  }
  const requirement = architecture.catalogue.requirements.get(finding.requirement);
  if (requirement !== undefined) {
    places.push([requirement, `requirement ${requirement.name}: ${requirement.title ?? ''}`]);
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
