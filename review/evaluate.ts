import type { Architecture, Condition, Element, Need, Requirement, Rule, Severity } from '../language/model/index.js';
import { Level, worseSeverity } from '../language/semantics/index.js';
import type { Evaluation, Reason, UnsetFact } from './assessment.js';
import { Adjacency } from './adjacency.js';
import { Conditions, type Quantified } from './conditions.js';
import { withElement } from './declarations.js';
import { Evaluated, notApplicable, type Judgement } from './evaluated.js';
import { Facts } from './facts.js';
import { onDemand, type Computes, type Figures } from './figures.js';
import { Grants } from './grants.js';
import { KeptReasons } from './kept-reasons.js';
import { Needs, type FlowPart } from './needs.js';
import { all, stateOf, type Outcome } from './outcome.js';
import { Overlaid } from './overlay.js';
import type { PairTable } from './pairs.js';
import { changedReads, Recorder, sawTheSame, type Read, type Topic } from './reads.js';
import { firstFalsePart, reasonFor, truePartsOf } from './reasons.js';
import type { ToldPairs } from './told-pairs.js';
import { unsetBehind } from './unset.js';

const none: readonly never[] = [];

/** Evaluates (requirement, element) pairs of one architecture; what pairs have in common is computed once. */
export class Evaluator {
  readonly grants: Grants;
  readonly conditions: Conditions;
  /** What all pairs come to, once they are reviewed. */
  table: PairTable | undefined;
  /** What of them is told, once they are reviewed. */
  telling: ToldPairs | undefined;
  readonly reasons: KeptReasons;
  private evaluated = 0;
  private readonly limits: Conditions;
  private readonly needs: Needs;
  private readonly memory = new WeakMap<object, Map<string, unknown>>();
  private last: { readonly requirement: Requirement; readonly element: Element; readonly reasons: readonly Reason[] } | undefined;

  constructor(
    readonly facts: Facts,
    /** Of a design in which something is tried on one element: the one without it. */
    readonly trial?: { readonly on: Evaluator; readonly before: Element; readonly now: Element },
    /** What computes figures for it, and for whoever begins anew with what it reviews. */
    readonly computes?: Computes,
  ) {
    this.reasons = new KeptReasons(facts.recorder);
    this.limits = new Conditions(facts, undefined);
    this.grants = new Grants(facts, (condition, element) => this.limits.of(condition, element) === 2);
    this.conditions = new Conditions(facts, this.grants);
    this.needs = new Needs(facts, this.grants, this.conditions);
  }

  /**
   * `date` is `YYYY-MM-DD`; the profiles are the design's own where no others are given. With `records`, later reviews can go on from its own.
   * Without `computes`, what is computed of elements is not known.
   */
  static of(
    architecture: Architecture,
    date: string,
    profiles = architecture.design.profiles,
    { records = false, computes }: { readonly records?: boolean; readonly computes?: Computes | undefined } = {},
  ): Evaluator {
    const figures = computes && onDemand((): Figures => computes(evaluator));
    const facts = new Facts(architecture, date, profiles, new Recorder(records), Adjacency.of(architecture), undefined, figures);
    const evaluator = new Evaluator(facts, undefined, computes);
    return evaluator;
  }

  /** For a design in which one element is otherwise. */
  with(before: Element, now: Element): Evaluator {
    const { facts } = this;
    const architecture = withElement(facts.architecture, now, (table, element) => new Overlaid(table, element.name, element));
    return new Evaluator(facts.with(before, now, architecture), { on: this, before, now }, this.computes);
  }

  /** Goes on from the review of an earlier state of the design: what was found from what is the same still holds. */
  follow(earlier: Evaluator, isChanged: (read: Read) => boolean): void {
    this.facts.follow(earlier.facts);
    this.limits.kept.follow(earlier.limits.kept, isChanged);
    this.conditions.kept.follow(earlier.conditions.kept, isChanged);
    this.needs.atMembers.follow(earlier.needs.atMembers, isChanged);
    this.reasons.follow(earlier.reasons, isChanged);
  }

  /** Of the many members that needs lead to, how many were judged so far, rather than taken over. */
  get membersJudged(): number {
    return this.needs.atMembers.work;
  }

  /** How many pairs were evaluated so far, rather than read from the table. */
  get work(): number {
    return this.evaluated;
  }

  /** What is otherwise here than in an earlier state that was recorded. */
  changesSince(earlier: Evaluator): (read: Read) => boolean {
    const isChanged = changedReads(({ topic, key }) => {
      const there = earlier.conditionsBehind(topic);
      if (there === undefined) return !sawTheSame(earlier.facts.look(topic, key), this.facts.look(topic, key));
      const { found, reads } = there.inDesign(key as Quantified);
      return reads.some(isChanged) && this.conditionsBehind(topic)!.inDesign(key as Quantified).found !== found;
    });
    return isChanged;
  }

  private conditionsBehind(topic: Topic): Conditions | undefined {
    return topic === 'condition in design' ? this.conditions : topic === 'limit in design' ? this.limits : undefined;
  }

  /** What somebody derives from a part of what is reviewed, found out once. The name says what, and with that of which type. */
  derived<T>(part: object, what: string, find: () => T): T {
    let known = this.memory.get(part);
    if (known === undefined) this.memory.set(part, (known = new Map<string, unknown>()));
    if (!known.has(what)) known.set(what, find());
    return known.get(what) as T;
  }

  /** Whether anything is asked of an element at all: its state is not `not applicable`. Costs a fraction of `evaluate`. */
  isAsked({ rules }: Requirement, element: Element): boolean {
    const mayHold = (condition: Condition | undefined) => condition === undefined || this.conditions.of(condition, element) !== 0;
    return rules.some(
      (rule) => rule.sort === element.sort && mayHold(rule.condition) && rule.needs.some((line) => mayHold(line.condition)),
    );
  }

  /** One pair by itself. The element's sort must be one of the requirement's. Why it is so is found when somebody asks for the reasons. */
  evaluate(requirement: Requirement, element: Element): Evaluation {
    return new Evaluated(this, requirement, element, this.table?.of(requirement, element) ?? this.judge(requirement, element));
  }

  /** The same as plain data, found anew. */
  judge(requirement: Requirement, element: Element): Judgement {
    this.evaluated++;
    const { lines, situations } = this.walk(requirement, element, undefined);
    // Where nothing is asked, no branch of the severity is either.
    if (lines.length === 0) return notApplicable(requirement);
    const outcome = all(lines);
    const { gap: gaps, proofs } = outcome;
    return { severity: this.severity(requirement, element), state: stateOf(outcome), gaps, situations, proofs };
  }

  /** Why the pair comes to what `evaluate` gives. Of pairs in a row that ask for one of them, only the last is kept. */
  reasonsOf(requirement: Requirement, element: Element): readonly Reason[] {
    const { last } = this;
    if (last?.requirement === requirement && last.element === element) return last.reasons;
    const reasons = this.reasons.of(requirement, element, () => this.findReasons(requirement, element));
    this.last = { requirement, element, reasons };
    return reasons;
  }

  private findReasons(requirement: Requirement, element: Element): readonly Reason[] {
    const found: Why = { parts: [], unset: [], whyNot: undefined, dropped: undefined };
    const { lines } = this.walk(requirement, element, found);
    if (lines.length === 0) return [found.whyNot ?? found.dropped ?? []].flat();
    const outcome = all(lines);
    const reasons = [...found.parts, ...outcome.proofs];
    if (stateOf(outcome) !== 'met' && found.unset.length > 0) reasons.push({ kind: 'unset', facts: distinctFacts(found.unset) });
    return reasons;
  }

  /** What the rules come to on an element, one by one, and what is wrong with it by itself; `why` is told the rest where there is one. */
  private walk({ rules }: Requirement, element: Element, why: Why | undefined): Walked {
    const lines: Outcome[] = [];
    const situations: string[] = [];
    for (const rule of rules) {
      if (rule.sort !== element.sort) continue;
      const applies = rule.condition === undefined ? 2 : this.conditions.of(rule.condition, element);
      if (applies === 0) {
        if (why !== undefined) why.whyNot ??= this.reason(firstFalsePart(this.conditions, rule.condition!, element), element);
        continue;
      }
      const judged = this.needed(rule, element, why);
      if (judged.length === 0) continue;
      const together = all(judged);
      if (applies === 1) {
        why?.unset.push(...unsetBehind(this.conditions, rule.condition!, element));
        lines.push(together.low === Level.met ? together : { ...together, low: Level.missing, high: Level.met });
      } else {
        lines.push(together);
        // What may be right as well, for all that is stated, is not told as wrong.
        if (rule.situation !== undefined && together.high < Level.met) situations.push(rule.situation);
      }
      if (why !== undefined && rule.condition !== undefined) {
        why.parts.push(...truePartsOf(this.conditions, rule.condition, element).map((part) => this.reason(part, element)));
      }
    }
    return { lines, situations: situations.length === 0 ? none : situations };
  }

  /** What a rule needs where it applies. */
  private needed({ needs }: Rule, element: Element, why: Why | undefined): Outcome[] {
    const judged: Outcome[] = [];
    for (const line of needs) {
      const holds = line.condition === undefined ? 2 : this.conditions.of(line.condition, element);
      if (holds === 0) {
        if (why !== undefined) why.dropped ??= this.reason(firstFalsePart(this.conditions, line.condition!, element), element);
        continue;
      }
      const outcome = this.needs.of(line.need, element, why?.unset);
      if (holds === 1) why?.unset.push(...unsetBehind(this.conditions, line.condition!, element));
      judged.push(holds === 1 ? { ...outcome, high: Level.met } : outcome);
    }
    return judged;
  }

  /** One need by itself, on an element or where a flow passes one part of its path. */
  need(need: Need, element: Element, part?: FlowPart): Outcome {
    return this.needs.of(need, element, undefined, part);
  }

  private reason(condition: Parameters<typeof reasonFor>[2], element: Element): Reason {
    return reasonFor(this.facts, this.conditions, condition, element);
  }

  /** The first branch that holds; an unknown branch counts where it is worse than what the rest comes to. */
  severity(requirement: Requirement, element: Element): Severity {
    const { branches, otherwise } = requirement.severity;
    let severity = otherwise;
    for (const branch of [...branches].reverse()) {
      const truth = this.conditions.of(branch.condition, element);
      if (truth === 2) severity = branch.severity;
      else if (truth === 1) severity = worseSeverity(branch.severity, severity);
    }
    return severity;
  }
}

interface Walked {
  readonly lines: readonly Outcome[];
  readonly situations: readonly string[];
}

/** What somebody who asks for reasons is told on the way. */
interface Why {
  readonly parts: Reason[];
  readonly unset: UnsetFact[];
  /** The first condition of a rule, and of what a rule needs, that does not hold. */
  whyNot: Reason | undefined;
  dropped: Reason | undefined;
}

function distinctFacts(facts: readonly UnsetFact[]): UnsetFact[] {
  return [...new Map(facts.map((fact) => [`${fact.element} ${fact.fact}`, fact])).values()];
}
