import type { Architecture, Condition, Element, Need, Requirement, Severity } from '../language/model/index.js';
import { worseSeverity, Level } from '../language/semantics/index.js';
import type { Evaluation, Reason, UnsetFact } from './assessment.js';
import { Conditions } from './conditions.js';
import { Facts } from './facts.js';
import { Grants } from './grants.js';
import { Needs, type FlowPart } from './needs.js';
import { all, stateOf, type Outcome } from './outcome.js';
import { firstFalsePart, reasonFor, truePartsOf } from './reasons.js';
import { unsetBehind } from './unset.js';

/** Evaluates (requirement, element) pairs of one architecture; what pairs have in common is computed once. */
export class Evaluator {
  readonly facts: Facts;
  readonly grants: Grants;
  readonly conditions: Conditions;
  private readonly needs: Needs;

  /** `date` is `YYYY-MM-DD`; the profiles are the design's own where no others are given. */
  constructor(architecture: Architecture, date: string, profiles?: readonly string[]) {
    this.facts = new Facts(architecture, date, profiles);
    const plain = new Conditions(this.facts, undefined);
    this.grants = new Grants(this.facts, (condition, element) => plain.of(condition, element) === 2);
    this.conditions = new Conditions(this.facts, this.grants);
    this.needs = new Needs(this.facts, this.grants, this.conditions);
  }

  /** Whether anything is asked of an element at all: its state is not `not applicable`. Costs a fraction of `evaluate`. */
  isAsked({ rules }: Requirement, element: Element): boolean {
    const mayHold = (condition: Condition | undefined) => condition === undefined || this.conditions.of(condition, element) !== 0;
    return rules.some(
      (rule) => rule.place === element.place && mayHold(rule.condition) && rule.needs.some((line) => mayHold(line.condition)),
    );
  }

  /** One pair by itself. The element's place must be one of the requirement's. */
  evaluate(requirement: Requirement, element: Element): Evaluation {
    const { name, rules } = requirement;
    const lines: Outcome[] = [];
    const why: Reason[] = [];
    const situations: string[] = [];
    const unset: UnsetFact[] = [];
    let whyNot: Reason | undefined;
    let dropped: Reason | undefined;
    for (const rule of rules) {
      if (rule.place !== element.place) continue;
      const applies = rule.condition === undefined ? 2 : this.conditions.of(rule.condition, element);
      if (applies === 0) {
        whyNot ??= this.reason(firstFalsePart(this.conditions, rule.condition!, element), element);
        continue;
      }
      const judged: Outcome[] = [];
      for (const line of rule.needs) {
        const holds = line.condition === undefined ? 2 : this.conditions.of(line.condition, element);
        if (holds === 0) {
          dropped ??= this.reason(firstFalsePart(this.conditions, line.condition!, element), element);
          continue;
        }
        const outcome = this.needs.of(line.need, element, unset);
        if (holds === 1) unset.push(...unsetBehind(this.conditions, line.condition!, element));
        judged.push(holds === 1 ? { ...outcome, high: Level.met } : outcome);
      }
      if (judged.length === 0) continue;
      const together = all(judged);
      if (applies === 1) {
        unset.push(...unsetBehind(this.conditions, rule.condition!, element));
        lines.push(together.low === Level.met ? together : { ...together, low: Level.missing, high: Level.met });
      } else {
        lines.push(together);
        if (rule.situation !== undefined && together.low < Level.met) situations.push(rule.situation);
      }
      if (rule.condition !== undefined) {
        why.push(...truePartsOf(this.conditions, rule.condition, element).map((part) => this.reason(part, element)));
      }
    }
    const place = element.place;
    if (lines.length === 0) {
      const reason = whyNot ?? dropped;
      // Nothing is asked here, so that no branch of the severity is either.
      const severity = requirement.severity.otherwise;
      const reasons = reason === undefined ? [] : [reason];
      return { requirement: name, element: element.name, place, severity, state: 'not applicable', reasons, gaps: undefined, situations };
    }
    const outcome = all(lines);
    const state = stateOf(outcome);
    const reasons = [...why, ...outcome.proofs];
    if (state !== 'met' && unset.length > 0) reasons.push({ kind: 'unset', facts: distinctFacts(unset) });
    const severity = this.severity(requirement, element);
    return { requirement: name, element: element.name, place, severity, state, reasons, gaps: outcome.gap, situations };
  }

  /** One need by itself, on an element or where a flow passes one part of its path. */
  need(need: Need, element: Element, part?: FlowPart): Outcome {
    return this.needs.of(need, element, [], part);
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

function distinctFacts(facts: readonly UnsetFact[]): UnsetFact[] {
  return [...new Map(facts.map((fact) => [`${fact.element} ${fact.fact}`, fact])).values()];
}
