import type { Decision, Element, ElementSort, Requirement, Severity } from '../language/model/index.js';
import { oncePer } from '../language/semantics/index.js';
import type { ComputedState, Evaluation, Gap, Reason, Result, State } from './assessment.js';
import type { ToldGaps } from './told.js';

/** Finds out why a pair is what it is. */
export interface Explains {
  reasonsOf(requirement: Requirement, element: Element): readonly Reason[];
}

const none: readonly never[] = [];

/** What a pair comes to, as plain data that holds on to no design. */
export interface Judgement {
  readonly severity: Severity;
  readonly state: ComputedState;
  readonly gaps: Gap | undefined;
  readonly situations: readonly string[];
  readonly proofs: readonly Reason[];
}

/** What all elements have in common that a requirement asks nothing of: most pairs. */
export const notApplicable = oncePer(({ severity }: Requirement): Judgement => ({
  severity: severity.otherwise,
  state: 'not applicable',
  gaps: undefined,
  situations: none,
  proofs: none,
}));

/** A judged pair. Most pairs are never explained to anybody: their reasons are found anew each time somebody asks. */
abstract class Pair {
  readonly requirement: string;
  readonly element: string;
  readonly sort: ElementSort;
  readonly severity: Severity;
  readonly gaps: Gap | undefined;
  readonly situations: readonly string[];
  readonly proofs: readonly Reason[];
  readonly #by: Explains;
  readonly #pair: readonly [Requirement, Element];

  constructor(by: Explains, requirement: Requirement, element: Element, judgement: Judgement) {
    this.requirement = requirement.name;
    this.element = element.name;
    this.sort = element.sort;
    this.severity = judgement.severity;
    this.gaps = judgement.gaps;
    this.situations = judgement.situations;
    this.proofs = judgement.proofs;
    this.#by = by;
    this.#pair = [requirement, element];
  }

  get reasons(): readonly Reason[] {
    return this.#by.reasonsOf(...this.#pair);
  }
}

/** What a pair comes to by itself. */
export class Evaluated extends Pair implements Evaluation {
  readonly state: ComputedState;

  constructor(by: Explains, requirement: Requirement, element: Element, judgement: Judgement) {
    super(by, requirement, element, judgement);
    this.state = judgement.state;
  }
}

/** The same with what was decided and what of it is told. */
export class Settled extends Pair implements Result {
  readonly state: State;
  readonly computed: ComputedState;
  readonly reportedBy: readonly string[];
  readonly open: Gap | undefined;

  constructor(
    by: Explains,
    requirement: Requirement,
    element: Element,
    judgement: Judgement,
    readonly decision: Decision | undefined,
    { reportedBy, open }: ToldGaps,
  ) {
    super(by, requirement, element, judgement);
    this.state = decision === undefined ? judgement.state : decided(decision);
    this.computed = judgement.state;
    this.reportedBy = reportedBy;
    this.open = open;
  }
}

/** The state of what a decision covers. */
export function decided({ verb }: Decision): 'accepted' | 'excluded' {
  return verb === 'accept' ? 'accepted' : 'excluded';
}
