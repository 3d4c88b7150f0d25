import type { Architecture, Requirement, Severity } from '../language/model/index.js';
import type { SourceRange } from '../language/source/index.js';
import { elementNamed, isOpen, tryOut, type Assessment, type Evaluator, type Result, type State, type Trial } from '../review/index.js';
import type { MeterServerSharedServices } from './module.js';

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

const trials = new WeakMap<Evaluator, Map<Requirement, readonly Trial[]>>();
const tables = new WeakMap<Assessment, ReadonlyMap<string, readonly Result[]>>();

/** Whom a requirement concerns in the workspace: what the reviews say, and what a design that does not ask for it would hear. */
export function concernedBy(requirement: string, shared: MeterServerSharedServices): Concerned[] {
  const definition = shared.meter.Designs.catalogue().requirements.get(requirement);
  if (definition === undefined) return [];
  const sources = shared.meter.Designs.sources();
  const { Assessments } = shared.server;
  return shared.meter.Designs.all().flatMap((architecture): Concerned[] => {
    const assessment = Assessments.of(architecture);
    const asked = assessment.requirements.includes(requirement);
    const found = asked ? resultsOf(requirement, assessment) : trialsOf(definition, Assessments.evaluatorOf(architecture));
    return found.flatMap(({ element: name, place, state, severity }): Concerned[] => {
      const element = elementNamed(architecture, name, place);
      if (element === undefined || state === 'not applicable') return [];
      const open = asked ? isOpen(state) : state !== 'met';
      return [{ architecture, element: name, state, severity, open, asked, range: sources.rangeOf(element) }];
    });
  });
}

/** One pass over a review answers for all of its requirements. */
function resultsOf(requirement: string, assessment: Assessment): readonly Result[] {
  let table = tables.get(assessment);
  if (table === undefined) {
    const found = new Map<string, Result[]>();
    for (const result of assessment.results) {
      const same = found.get(result.requirement);
      if (same === undefined) found.set(result.requirement, [result]);
      else same.push(result);
    }
    tables.set(assessment, (table = found));
  }
  return table.get(requirement) ?? [];
}

/** What a requirement would come to, kept as long as what it was found out with. */
function trialsOf(definition: Requirement, evaluator: Evaluator): readonly Trial[] {
  let known = trials.get(evaluator);
  if (known === undefined) trials.set(evaluator, (known = new Map()));
  let found = known.get(definition);
  if (found === undefined) known.set(definition, (found = tryOut(definition, evaluator)));
  return found;
}
