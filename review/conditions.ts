import { compareValues } from '../language/semantics/compare.js';
import type { Comparison, Condition, Flow, Hop } from '../language/model/index.js';
import { dataOfFlow, valueOf, type Subject, Level } from '../language/semantics/index.js';
import { linkOfSection, type Facts } from './facts.js';
import { gradeOf, type Grants } from './grants.js';
import { max, not, whether, type Kleene } from './kleene.js';
import { ours } from './ours.js';
import { compareKnown, extremeOf, knownOf, type KnownValue } from './ranges.js';
import { KeptAnswers } from './kept-answers.js';
import type { Recorded } from './reads.js';
import { crosses, inZone, isOpenedBy, runBy } from './placement.js';
import { membersOf } from './relations.js';
import { spanCovers, layersOf, onFlow, onHopsOver, sees } from './spans.js';
import { endsInRole, stopsFor } from './stops.js';
import { bearers, compared, operandValue } from './values.js';

export type Quantified = Extract<Condition, { kind: 'quantified' }>;

/** Keeping an answer costs more than finding most of them again: only what walks the design is kept. */
function isCostly({ kind }: Condition): boolean {
  return (
    kind === 'quantified' ||
    kind === 'sees' ||
    kind === 'has' ||
    kind === 'extreme' ||
    kind === 'crosses' ||
    kind === 'carries' ||
    kind === 'named' ||
    kind === 'ours'
  );
}

/** Decides conditions. What walks the design is decided once for each subject; what was unset on the way is found again by `unsetBehind`. */
export class Conditions {
  readonly kept: KeptAnswers<Condition, Subject, Kleene>;
  private readonly memoInDesign = new Map<Condition, Recorded<Kleene>>();

  constructor(
    readonly facts: Facts,
    /** Without them, nothing is granted: what limits a grant must not ask for grants. */
    private readonly grants: Grants | undefined,
  ) {
    this.kept = new KeptAnswers(facts.recorder);
  }

  of(condition: Condition, subject: Subject): Kleene {
    if (!isCostly(condition)) return this.decide(condition, subject);
    const { recorder } = this.facts;
    if (condition.kind === 'quantified' && condition.relation.within?.kind === 'design') {
      // Its members may change as they like: whoever asks depends on what they come to.
      recorder.note(this.grants === undefined ? 'limit in design' : 'condition in design', condition);
      return this.inDesign(condition).found;
    }
    return this.kept.of(condition, subject, () => this.decide(condition, subject));
  }

  /** All of the design is the same for every subject. */
  inDesign(condition: Quantified): Recorded<Kleene> {
    let recorded = this.memoInDesign.get(condition);
    if (recorded === undefined) {
      recorded = this.facts.recorder.record(() => this.quantified(condition, this.facts.design));
      this.memoInDesign.set(condition, recorded);
    }
    return recorded;
  }

  /** Members of a relation for which the inner condition is as given. */
  members(condition: Quantified, subject: Subject, wanted: Kleene): Subject[] {
    return membersOf(this.facts, subject, condition.relation).filter(
      (member) => (condition.condition === undefined ? 2 : this.of(condition.condition, member)) === wanted,
    );
  }

  private decide(condition: Condition, subject: Subject): Kleene {
    const { facts } = this;
    switch (condition.kind) {
      case 'and':
        return this.and(condition.operands, subject);
      case 'or':
        return this.or(condition.operands, subject);
      case 'not':
        return not(this.of(condition.operand, subject));
      case 'named':
        return this.of(condition.condition, subject);
      case 'is':
        return whether(subject.sort !== 'protocol' && subject.sort !== 'design' && facts.is(subject, condition.name));
      case 'carries':
        return whether(this.carried(subject).some((data) => this.isOfClass(data, condition.dataClass)));
      case 'stores':
        return whether(this.stored(subject).some((data) => this.isOfClass(data, condition.dataClass)));
      case 'sees':
        return whether(
          this.grants !== undefined &&
            subject.sort === 'component' &&
            sees(facts, this.grants, subject, (data) => this.isOfClass(data, condition.dataClass)),
        );
      case 'touches':
      case 'from':
      case 'to':
      case 'via':
        return whether(stopsFor(condition.kind, subject).some((stop) => facts.isComponentOf(stop, condition.componentKind)));
      case 'opened by':
        return isOpenedBy(facts, subject, condition.componentKind);
      case 'run by':
        return runBy(facts, subject, condition.componentKind);
      case 'in':
        return inZone(facts, subject, condition.zoneKind);
      case 'crosses':
        return crosses(facts, subject, condition.border);
      case 'over':
        return whether(this.isOver(subject, condition.mechanism, condition.outer));
      case 'has':
        return whether(this.hasControl(subject, condition.control));
      case 'accepted':
        // Decisions cover elements, and a design that is not written is none.
        if (subject.sort === 'protocol' || (subject.sort === 'design' && subject.implicit)) return 0;
        return whether(this.grants !== undefined && facts.isAccepted(subject.name));
      case 'ours':
        return ours(facts, subject);
      case 'source':
      case 'target':
        return max(endsInRole(facts, subject, condition.kind).map((component) => this.of(condition.condition, component)));
      case 'design':
        return this.of(condition.condition, facts.design);
      case 'quantified':
        return this.quantified(condition, subject);
      case 'set':
        return max(bearers(facts, subject, condition.attribute).map((one) => whether(this.known(one, condition.attribute) !== undefined)));
      case 'compare':
        return max(compared(facts, subject, condition).map((pair) => this.compare(condition, pair.left, pair.right)));
      case 'extreme':
        return this.extreme(condition, subject);
    }
  }

  // What is decided stops the walk: most pairs end at their first operand.
  private and(operands: readonly Condition[], subject: Subject): Kleene {
    let value: Kleene = 2;
    for (const operand of operands) {
      const next = this.of(operand, subject);
      if (next === 0) return 0;
      if (next < value) value = next;
    }
    return value;
  }

  private or(operands: readonly Condition[], subject: Subject): Kleene {
    let value: Kleene = 0;
    for (const operand of operands) {
      const next = this.of(operand, subject);
      if (next === 2) return 2;
      if (next > value) value = next;
    }
    return value;
  }

  private quantified(condition: Quantified, subject: Subject): Kleene {
    const inner = condition.condition;
    const members = membersOf(this.facts, subject, condition.relation);
    const holds = (member: Subject): Kleene => (inner === undefined ? 2 : this.of(inner, member));
    switch (condition.quantifier) {
      case 'some':
        return some(members, holds);
      case 'no':
        return not(some(members, holds));
      case 'every':
        // Of members the one that fails decides, as the one that does not fail would for `some`.
        return members.length === 0 ? 0 : not(some(members, (member) => not(holds(member))));
      case 'at least': {
        const each = members.map(holds);
        const sure = each.filter((value) => value === 2).length;
        if (sure >= condition.least) return 2;
        return sure + each.filter((value) => value === 1).length >= condition.least ? 1 : 0;
      }
    }
  }

  compare(condition: Comparison, leftOf: Subject, rightOf: Subject): Kleene {
    const left = this.known(leftOf, condition.attribute);
    const { operand } = condition;
    const right = operand.kind === 'attribute' ? this.known(rightOf, operand.attribute) : { value: operand };
    return left === undefined || right === undefined ? 1 : compareKnown(left, condition.operator, right);
  }

  /** What limits a grant asks for nothing that is computed: that is computed from grants. */
  private known(subject: Subject, attribute: string): KnownValue | undefined {
    const { facts } = this;
    const isComputed = facts.catalogue.attributes.get(attribute)?.counts !== undefined;
    return isComputed && this.grants === undefined ? undefined : knownOf(facts, subject, attribute);
  }

  /** Of something that is computed, none of the members is without a figure. */
  private extremeFigure(condition: Extract<Condition, { kind: 'extreme' }>, subject: Subject): Kleene {
    const members = membersOf(this.facts, subject, condition.relation);
    const figures = members.map((member) => this.known(member, condition.attribute)).filter((one) => one !== undefined && 'low' in one);
    const right = operandValue(this.facts, subject, condition.operand);
    if (right === undefined || members.length === 0 || figures.length < members.length) return 1;
    return compareKnown(extremeOf(figures, condition.extreme), condition.operator, { value: right });
  }

  private extreme(condition: Extract<Condition, { kind: 'extreme' }>, subject: Subject): Kleene {
    if (this.facts.catalogue.attributes.get(condition.attribute)?.counts !== undefined) return this.extremeFigure(condition, subject);
    const values = membersOf(this.facts, subject, condition.relation).map((member) => valueOf(member, condition.attribute, this.facts));
    const right = operandValue(this.facts, subject, condition.operand);
    const known = values.filter((value) => value !== undefined);
    if (right === undefined || known.length === 0) return 1;
    const [before, after] = condition.extreme === 'least' ? (['<', '>'] as const) : (['>', '<'] as const);
    const found = known.reduce((a, b) => (compareValues(b, before, a) ? b : a));
    const holds = compareValues(found, condition.operator, right);
    if (known.length === values.length) return whether(holds);
    // What the others are could only lead further in the same direction.
    const { operator } = condition;
    const isOrdered = compareValues(found, '<=', right) || compareValues(found, '>=', right);
    if (!isOrdered || operator === 'mentions') return 1;
    if (operator === before || operator === `${before}=`) return holds ? 2 : 1;
    if (operator === after || operator === `${after}=`) return holds ? 1 : 0;
    return compareValues(found, before, right) ? whether(operator === '!=') : 1;
  }

  isOfClass(data: string, dataClass: string): boolean {
    return this.facts.is(this.facts.data(data), dataClass);
  }

  private carried(subject: Subject): readonly string[] {
    if (subject.sort === 'flow') return dataOfFlow(subject);
    return subject.sort === 'link' ? this.facts.dataOver(subject) : [];
  }

  private stored(subject: Subject): readonly string[] {
    if (subject.sort === 'component') return subject.stores;
    return subject.sort === 'zone' ? this.facts.componentsIn(subject.name).flatMap((component) => component.stores) : [];
  }

  private isOver(subject: Subject, mechanism: string, outer: string | undefined): boolean {
    if (subject.sort !== 'link' && subject.sort !== 'flow') return false;
    const is = (name: string, kind: string) => this.facts.mechanismKinds(name).has(kind);
    const layers = subject.sort === 'flow' ? layersOf(subject) : subject.layers;
    return layers.some((layer) =>
      layer.stack.some((name, index) => {
        if (!is(name, mechanism)) return false;
        if (outer === undefined || layer.stack.slice(0, index).some((below) => is(below, outer))) return true;
        return subject.sort === 'flow' && this.isBelow(subject, layer, (below) => is(below, outer));
      }),
    );
  }

  /** Whether every hop that the layer covers runs over a link with such a mechanism in its stack. */
  private isBelow(flow: Flow, layer: Flow['layers'][number], matches: (mechanism: string) => boolean): boolean {
    const link = linkOfSection(flow);
    const hops = flow.hops.filter((hop) => (link === undefined || hop.link === link) && coversHop(flow, layer, hop));
    return hops.length > 0 && hops.every((hop) => this.facts.link(hop.link)?.layers.some((below) => below.stack.some(matches)) ?? false);
  }

  private hasControl(subject: Subject, control: string): boolean {
    if (this.grants === undefined) return false;
    if (subject.sort === 'protocol') {
      const grant = this.grants.ofMechanism(subject.name).get(control);
      return grant !== undefined && grant.because === undefined;
    }
    if (subject.sort === 'flow') {
      const link = linkOfSection(subject);
      if (link !== undefined) return onHopsOver(this.grants, subject, link, control).level === Level.met;
      return onFlow(this.facts, this.grants, subject, control).level === Level.met;
    }
    return gradeOf(this.grants.of(subject, control)).level === Level.met;
  }
}

/** Whether it holds of one at least: what is decided stops the walk. */
function some(members: readonly Subject[], holds: (member: Subject) => Kleene): Kleene {
  let value: Kleene = 0;
  for (const member of members) {
    const next = holds(member);
    if (next === 2) return 2;
    if (next > value) value = next;
  }
  return value;
}

function coversHop(flow: Flow, layer: Flow['layers'][number], hop: Hop): boolean {
  return spanCovers(flow, layer, flow.hops.indexOf(hop));
}
