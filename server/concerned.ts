import type { Architecture, Requirement, Severity } from '../language/model/index.js';
import type { SourceRange } from '../language/source/index.js';
import { elementNamed, isOpen, tryOut, type Assessment, type Result, type State, type Trial } from '../review/index.js';
import type { Snapshot } from '../workspace/index.js';

/** An element that a requirement concerns, in one design. */
export interface Concerned {
  readonly architecture: Architecture;
  readonly element: string;
  readonly state: State;
  readonly severity: Severity;
  /** Something is reported there, with this requirement or with one that says it in detail. */
  readonly open: boolean;
  /** Whether a profile of the design includes the requirement; else this is what it would come to. */
  readonly asked: boolean;
  /** The element's name in the text. */
  readonly range: SourceRange;
}

/** Whom a requirement concerns in the workspace: what the reviews say, and what a design that does not ask for it would hear. */
export function concernedBy(requirement: string, snapshot: Snapshot): Concerned[] {
  const definition = snapshot.catalogue.requirements.get(requirement);
  if (definition === undefined) return [];
  return snapshot.designs.flatMap((architecture): Concerned[] => {
    const assessment = snapshot.assessmentOf(architecture);
    const asked = assessment.requirements.includes(requirement);
    const found = asked ? resultsOf(requirement, assessment, snapshot) : trialsOf(definition, architecture, snapshot);
    return found.flatMap(({ element: name, sort, state, severity }): Concerned[] => {
      const element = elementNamed(architecture, name, sort);
      if (element === undefined || state === 'not applicable') return [];
      const open = asked ? isOpen(state) : state !== 'met';
      return [{ architecture, element: name, state, severity, open, asked, range: snapshot.sources.rangeOf(element) }];
    });
  });
}

/** One pass over a review answers for all of its requirements. */
function resultsOf(requirement: string, assessment: Assessment, snapshot: Snapshot): readonly Result[] {
  const table = snapshot.derived(assessment, 'results by requirement', () => {
    const found = new Map<string, Result[]>();
    for (const result of assessment.results) {
      const same = found.get(result.requirement);
      if (same === undefined) found.set(result.requirement, [result]);
      else same.push(result);
    }
    return found;
  });
  return table.get(requirement) ?? [];
}

function trialsOf(definition: Requirement, design: Architecture, snapshot: Snapshot): readonly Trial[] {
  return snapshot.derived(design, `trials of ${definition.name}`, () => tryOut(definition, snapshot.evaluatorOf(design)));
}
