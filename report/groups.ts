import { severities, type Requirement, type Severity } from '../language/model/index.js';
import type { Assessment, Finding } from '../review/index.js';

/** Findings of one requirement with one severity: what is asked is told once, then where it is open. */
export interface FindingGroup {
  readonly requirement: string;
  /** The requirement's title, else its id. */
  readonly title: string;
  readonly severity: Severity;
  /** Undefined only where the catalogue lost it. */
  readonly definition: Requirement | undefined;
  readonly findings: readonly Finding[];
}

/** The findings of a design, worst first, then in the order of the profiles; within a group in the order of the text. */
export function groupFindings({ architecture, findings, requirements }: Assessment): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.requirement}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const order = new Map(requirements.map((name, at) => [name, at]));
  return [...groups.values()]
    .map((own): FindingGroup => {
      const { requirement, severity } = own[0]!;
      const definition = architecture.catalogue.requirements.get(requirement);
      return { requirement, severity, title: definition?.title ?? requirement, definition, findings: own };
    })
    .sort(
      (one, other) =>
        severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
        (order.get(one.requirement) ?? order.size) - (order.get(other.requirement) ?? order.size),
    );
}

/** How many findings have a severity: those that count against the design, those planned for and those that cannot be judged. */
export interface SeverityCount {
  readonly severity: Severity;
  readonly open: number;
  readonly planned: number;
  readonly unknown: number;
}

/** A line for each severity, also for those that nothing has. */
export function countSeverities({ findings }: Assessment): SeverityCount[] {
  return severities.map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    const planned = own.filter(({ state }) => state === 'planned').length;
    const unknown = own.filter(({ state }) => state === 'unknown').length;
    return { severity, open: own.length - planned - unknown, planned, unknown };
  });
}
