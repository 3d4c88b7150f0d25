import type { Severity } from '../../../language/model/index.js';
import { worseSeverity } from '../../../language/semantics/index.js';
import type { Assessment } from '../../../review/index.js';
import { ranks } from '../sarif/severity.js';

/**
 * How much each requirement and each threat weighs in some reviews, from 0 to 100 as the format counts: by the worst severity that it
 * has anywhere in them. They are places on a scale, not measurements.
 */
export interface Risks {
  readonly ofRequirement: (name: string) => number;
  readonly ofThreat: (name: string) => number;
}

export function otmRisks(assessments: readonly Assessment[]): Risks {
  const requirements = new Map<string, Severity>();
  const threats = new Map<string, Severity>();
  for (const { results, architecture } of assessments) {
    for (const { requirement, severity, state } of results) {
      if (state === 'not applicable') continue;
      raise(requirements, requirement, severity);
      for (const threat of architecture.catalogue.requirements.get(requirement)?.mitigates ?? []) raise(threats, threat, severity);
    }
  }
  const of = (worst: ReadonlyMap<string, Severity>) => (name: string) => ranks[worst.get(name) ?? 'info'];
  return { ofRequirement: of(requirements), ofThreat: of(threats) };
}

function raise(worst: Map<string, Severity>, name: string, severity: Severity): void {
  worst.set(name, worseSeverity(worst.get(name) ?? severity, severity));
}
