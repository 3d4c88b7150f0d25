import type { Idleness } from '../language/semantics/index.js';
import type {
  Across,
  Architecture,
  Condition,
  ControlUse,
  Decision,
  Element,
  Layer,
  MechanismUse,
  NeedPlace,
  ElementSort,
  Severity,
} from '../language/model/index.js';
import type { ComputedState, OpenState, State } from '../language/semantics/states.js';
import type { Drawn } from './drawn.js';
import type { ObservedFact } from './observed.js';

export type Truth = 'false' | 'unknown' | 'true';

/** What says that something is there: a control, a mechanism of a `uses` list, a layer. */
export type GrantingStatement = ControlUse | MechanismUse | Layer;

/** Where a granted control comes from. */
export interface GrantSource {
  /** The element that has it, or whose kind has it. */
  readonly element: string;
  readonly control: string;
  /** The control that was granted, where `control` is only implied by it; else the same. */
  readonly granted: string;
  /** The mechanism that grants it, as written; undefined for a bare `control C`. */
  readonly mechanism: string | undefined;
  /** Why the mechanism is weak for it. */
  readonly weakness: string | undefined;
  /** The kind it is inherited from. */
  readonly kind: string | undefined;
  readonly state: 'weak' | 'planned' | 'met';
  /** The date of a plan. */
  readonly due: string | undefined;
  /** The statement that grants it. */
  readonly statement: GrantingStatement;
}

/** A statement that would grant a control, were its evidence not blank or its day another. */
export interface IdleStatement {
  /** The element that it stands on, or of which a kind has it. */
  readonly element: string;
  /** The control as written. */
  readonly control: string;
  /** The kind that it stands on. */
  readonly kind: string | undefined;
  readonly statement: ControlUse;
  readonly why: Idleness;
}

/** A fact that a condition asked for and nobody wrote. */
export interface UnsetFact {
  readonly element: string;
  /** The attribute, or `zone`, `party`, `opened by`. */
  readonly fact: string;
}

/** Why a state is what it is. */
export type Reason =
  /** A part of `applies to ... where` or of `needs ... where` that decided, with the facts that it looked at. */
  | {
      readonly kind: 'condition';
      readonly condition: Condition;
      readonly truth: Truth;
      readonly element: string;
      readonly facts: readonly ObservedFact[];
    }
  /** A control that counted as met. Without sources: no hop of the flow was left to protect, and `spared` says why. */
  | {
      readonly kind: 'granted';
      readonly control: string;
      readonly element: string;
      readonly sources: readonly GrantSource[];
      readonly spared?: readonly Spared[];
    }
  /** A needed condition that holds. */
  | { readonly kind: 'holds'; readonly condition: Condition; readonly element: string }
  /** What is not known. */
  | { readonly kind: 'unset'; readonly facts: readonly UnsetFact[] };

/** Why a hop does not count for a control on a flow: a person stands at it, or both ends may read everything. */
export type Spared = 'person' | 'trusted';

/** What would close a finding: every `and`, one of each `or`. */
export type Gap = { readonly kind: 'and' | 'or'; readonly gaps: readonly Gap[] } | ControlGap | ConditionGap;

export interface ControlGap {
  readonly kind: 'control';
  readonly element: string;
  readonly sort: ElementSort;
  readonly control: string;
  /** `unknown` where it is not known whether the place counts. */
  readonly state: OpenState;
  /** The sources that are there but do not suffice. */
  readonly sources: readonly GrantSource[];
  /** The statements that would grant it, were their evidence not blank or their day another. */
  readonly idle: readonly IdleStatement[];
  /** On a flow: the hops that nothing covers, as indices into `Flow.hops`. */
  readonly hops: readonly number[] | undefined;
  /** `C across KIND` or `C across every relay ...`: what one span must pass, in the language's own words, without names of conditions. */
  readonly across: string | undefined;
  /** The same as the need says it. */
  readonly past: Across | undefined;
  /** Of such a gap: the hops that one span must cover, as indices into `Flow.hops`. */
  readonly passing: readonly number[] | undefined;
  /** Something is written of the control on the element, and it does not suffice; else nothing is said. */
  readonly stated: boolean;
  /**
   * None of the need's places gives an element, such as `on source` of a component or `on every link` of one without links. It is told of
   * the subject, but no control that stands there closes it.
   */
  readonly unplaced: boolean;
  /** Of such a gap: where the control is asked for, in the language's own words, such as `on every link`. */
  readonly asked: string | undefined;
  /** The same places as the need says them; none where it is asked across something. */
  readonly places: readonly NeedPlace[];
}

export interface ConditionGap {
  readonly kind: 'condition';
  readonly element: string;
  readonly sort: ElementSort;
  readonly condition: Condition;
  /** The condition in the language's own words, without names of conditions: the same for all that say the same. */
  readonly words: string;
  readonly state: 'missing' | 'unknown';
  /** Something that is written makes it false; else nothing is said. */
  readonly stated: boolean;
  readonly unset: readonly UnsetFact[];
}

/** The evaluation of one (requirement, element) pair by itself: it reads the architecture and nothing else. */
export interface Evaluation {
  readonly requirement: string;
  readonly element: string;
  readonly sort: ElementSort;
  readonly state: ComputedState;
  readonly severity: Severity;
  /** What shows that needs are met, where something is asked; a part of the reasons. */
  readonly proofs: readonly Reason[];
  /** Why it applies here, and what decided. Not known before somebody asks: read it where it is told, and once. */
  readonly reasons: readonly Reason[];
  /** Undefined where nothing is open. */
  readonly gaps: Gap | undefined;
  /** What is wrong with the element by itself, as the rules say of which something is open. */
  readonly situations: readonly string[];
}

/** An evaluation after decisions and refinement. */
export interface Result extends Omit<Evaluation, 'state'> {
  readonly state: State;
  readonly computed: ComputedState;
  /** The decision in force, where `state` is accepted or excluded. */
  readonly decision: Decision | undefined;
  /** Requirements whose findings cannot be closed without closing this, too, where they tell all of it: no finding is shown. */
  readonly reportedBy: readonly string[];
  /** What of the gaps is told here; undefined where nothing is open, or others tell all of it. */
  readonly open: Gap | undefined;
}

/** One thing to report: an open result that no decision covers and no refinement reports. */
export interface Finding {
  /** `design/requirement/element`: never a line, never the gaps. */
  readonly id: string;
  readonly design: string;
  readonly requirement: string;
  readonly element: string;
  readonly sort: ElementSort;
  readonly state: OpenState;
  readonly severity: Severity;
  readonly gaps: Gap;
  readonly situations: readonly string[];
  readonly proofs: readonly Reason[];
  readonly reasons: readonly Reason[];
  readonly drawn: Drawn;
  /** How many devices or homes it concerns, as far as the design states a `count`; else 1. */
  readonly devices: number;
  /** The address of the file in which the element stands. */
  readonly file: string;
  /** Ids of findings on other elements that fail for the same weak mechanism: the first `mostRelated` of them. */
  readonly related: readonly string[];
  /** How many more of them there are. */
  readonly moreRelated: number;
}

/** Everything that a review computes for one design. */
export interface Assessment {
  readonly architecture: Architecture;
  /** `YYYY-MM-DD` that dates were compared with. */
  readonly date: string;
  readonly profiles: readonly string[];
  /** Requirement ids in the order of the profiles. */
  readonly requirements: readonly string[];
  /** By requirement in that order, then by element in the order of files and lines. */
  readonly results: readonly Result[];
  /** In the one order: see `order.ts`. */
  readonly findings: readonly Finding[];
}

export type { ComputedState, ControlUse, Decision, Element, OpenState, State };
