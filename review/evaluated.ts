import type { Decision, Element, ElementSort, Requirement, Severity } from '../language/model/index.js';
import type { ComputedState, Evaluation, Gap, Reason, Result, State } from './assessment.js';
import type { ToldGaps } from './refine.js';

/** Finds out why a pair is what it is. */
interface Explains {
  reasonsOf(requirement: Requirement, element: Element): readonly Reason[];
}

const none: readonly never[] = [];

/** What a pair comes to. Most pairs are never explained to anybody: their reasons are found anew each time somebody asks. */
export class Evaluated implements Evaluation {
  readonly requirement: string;
  readonly element: string;
  readonly place: ElementSort;
  readonly gaps: Gap | undefined;
  readonly #by: Explains;
  readonly #pair: readonly [Requirement, Element];

  constructor(
    by: Explains,
    requirement: Requirement,
    element: Element,
    readonly severity: Severity,
    readonly state: ComputedState,
    gaps?: Gap,
    readonly situations: readonly string[] = none,
    readonly proofs: readonly Reason[] = none,
  ) {
    this.requirement = requirement.name;
    this.element = element.name;
    this.place = element.place;
    this.gaps = gaps;
    this.#by = by;
    this.#pair = [requirement, element];
  }

  get reasons(): readonly Reason[] {
    return this.#by.reasonsOf(...this.#pair);
  }
}

/** An evaluation with what was decided and what of it is told. */
export class Settled implements Result {
  readonly requirement: string;
  readonly element: string;
  readonly place: ElementSort;
  readonly severity: Severity;
  readonly gaps: Gap | undefined;
  readonly situations: readonly string[];
  readonly proofs: readonly Reason[];
  readonly state: State;
  readonly computed: ComputedState;
  readonly reportedBy: readonly string[];
  readonly open: Gap | undefined;
  readonly #evaluation: Evaluation;

  constructor(
    evaluation: Evaluation,
    readonly decision: Decision | undefined,
    { reportedBy, open }: ToldGaps,
  ) {
    this.requirement = evaluation.requirement;
    this.element = evaluation.element;
    this.place = evaluation.place;
    this.severity = evaluation.severity;
    this.gaps = evaluation.gaps;
    this.situations = evaluation.situations;
    this.proofs = evaluation.proofs;
    this.state = decision === undefined ? evaluation.state : decided(decision);
    this.computed = evaluation.state;
    this.reportedBy = reportedBy;
    this.open = open;
    this.#evaluation = evaluation;
  }

  get reasons(): readonly Reason[] {
    return this.#evaluation.reasons;
  }
}

/** The state of what a decision covers. */
export function decided({ verb }: Decision): 'accepted' | 'excluded' {
  return verb === 'accept' ? 'accepted' : 'excluded';
}
