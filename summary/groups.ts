import type { Requirement, Severity } from '../language/model/index.js';
import type { Assessment, Finding } from '../review/index.js';
import { counted } from './count.js';
import { findingsInOrder } from './worst-first.js';

/** Findings of one requirement with one severity: what is asked is told once, then where it is open. */
export interface FindingGroup {
  readonly requirement: string;
  /** The requirement's title, else its id. */
  readonly title: string;
  readonly severity: Severity;
  /** What is planned, or cannot be judged, stands in groups of its own, behind all that is open. */
  readonly state: 'open' | 'planned' | 'unknown';
  /** Undefined only where the catalogue lost it. */
  readonly definition: Requirement | undefined;
  readonly findings: readonly Finding[];
}

/** Findings of a design in groups, the one with the worst finding first; the one order holds of groups and within each. */
export function groupFindings(assessment: Assessment, isMeant: (finding: Finding) => boolean = () => true): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findingsInOrder(assessment)) {
    if (!isMeant(finding)) continue;
    const key = `${stateOf(finding)} ${finding.severity} ${finding.requirement}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const { requirements } = assessment.architecture.catalogue;
  return [...groups.values()].map((own): FindingGroup => {
    const { requirement, severity } = own[0]!;
    const definition = requirements.get(requirement);
    return { requirement, severity, state: stateOf(own[0]!), title: definition?.title ?? requirement, definition, findings: own };
  });
}

function stateOf(finding: Finding): FindingGroup['state'] {
  return counted(finding) ? 'open' : finding.state === 'planned' ? 'planned' : 'unknown';
}
