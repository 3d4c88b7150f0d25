import type { Catalogue, ElementSort, PositionRole, Requirement } from '../../model/catalogue.js';
import type { Condition, Relation } from '../../model/condition.js';
import type { Need, NeedPlace } from '../../model/need.js';
import { withImplied } from '../kinds.js';
import { knownNames } from '../known-names.js';
import { leadsNowhere, sortAt, sortOfRelation, whereIs } from '../relations.js';
import { elementSorts, type SubjectSort } from '../subject.js';

/** Clauses of elements that a condition may ask for. */
export type AskableClause = 'opened by' | 'run by' | 'returns';

/** One requirement that looks, and what has to hold of the element that it looks at; undefined where that is not known beforehand. */
export interface LookingRequirement {
  readonly requirement: string;
  readonly where: Condition | undefined;
}

/**
 * What some requirements look at. It errs towards reading: what is not in here changes no review against them, in any design whose
 * names stand where the catalogue allows them.
 */
export interface Reads {
  /** By `ATTRIBUTE PLACE`: a setting there. */
  readonly settings: ReadonlyMap<string, readonly LookingRequirement[]>;
  /** By `CONTROL SORT`. */
  readonly controls: ReadonlyMap<string, readonly LookingRequirement[]>;
  /** By `MECHANISM PLACE`: whether a layer is one. */
  readonly layers: ReadonlyMap<string, readonly LookingRequirement[]>;
  /** Controls that are asked of a mechanism in a stack, and by place whether there is any. */
  readonly protocolControls: ReadonlyMap<string, readonly LookingRequirement[]>;
  readonly protocols: ReadonlyMap<string, readonly LookingRequirement[]>;
  readonly clauses: ReadonlyMap<AskableClause, readonly LookingRequirement[]>;
}

const sortOfRole: Readonly<Record<PositionRole, ElementSort>> = {
  ...{ component: 'component', source: 'component', target: 'component', relay: 'component', end: 'component' },
  ...{ neighbour: 'component', holder: 'component', party: 'component' },
  ...{ zone: 'zone', link: 'link', hop: 'link', flow: 'flow', data: 'data' },
};

export function requirementReads(requirements: readonly Requirement[], catalogue: Catalogue): Reads {
  const collected = new Collected(catalogue);
  for (const requirement of requirements) collected.read(requirement);
  collected.readLimits(catalogue);
  return collected;
}

class Collected implements Reads {
  readonly settings = new Map<string, LookingRequirement[]>();
  readonly controls = new Map<string, LookingRequirement[]>();
  readonly layers = new Map<string, LookingRequirement[]>();
  readonly protocolControls = new Map<string, LookingRequirement[]>();
  readonly protocols = new Map<string, LookingRequirement[]>();
  readonly clauses = new Map<AskableClause, LookingRequirement[]>();
  private requirement = '';
  /** The requirements that ask for what is computed by way of steps. */
  private readonly askingSteps = new Set<string>();

  constructor(private readonly catalogue: Catalogue) {}

  read({ name, rules, severity }: Requirement): void {
    this.requirement = name;
    for (const { sort, condition, needs } of rules) {
      // Where the rule does not apply, nothing that it asks of its subject is looked at, and no severity of it counts.
      this.condition(condition, sort, condition);
      for (const line of needs) {
        this.condition(line.condition, sort, condition);
        this.need(line.need, sort, condition);
      }
      for (const branch of severity.branches) this.condition(branch.condition, sort, condition);
    }
  }

  /** What limits a control is asked wherever that control, or one that it includes, is looked for. */
  readLimits(catalogue: Catalogue): void {
    for (const { name, limits } of catalogue.controls.values()) {
      if (limits.length === 0) continue;
      for (const sort of elementSorts) {
        const readers = withImplied(name, catalogue).flatMap((control) => this.controls.get(`${control} ${sort}`) ?? []);
        for (const requirement of new Set(readers.map((reader) => reader.requirement))) {
          this.requirement = requirement;
          for (const { condition } of limits) this.condition(condition, sort);
        }
      }
    }
  }

  private note<K>(table: Map<K, LookingRequirement[]>, key: K, where?: Condition): void {
    const reader = { requirement: this.requirement, where };
    const readers = table.get(key);
    if (readers === undefined) table.set(key, [reader]);
    else readers.push(reader);
  }

  private control(control: string, sort: SubjectSort, where?: Condition): void {
    if (sort === 'protocol') this.note(this.protocolControls, control);
    else this.note(this.controls, `${control} ${sort}`, where);
    // A flow of two stops has what its link has.
    if (sort === 'flow') this.note(this.controls, `${control} link`);
  }

  /** `where` is what holds of the subject wherever the condition matters. */
  private condition(condition: Condition | undefined, sort: SubjectSort, where?: Condition): void {
    switch (condition?.kind) {
      case 'and':
      case 'or':
        for (const operand of condition.operands) this.condition(operand, sort, where);
        return;
      case 'not':
        this.condition(condition.operand, sort, where);
        return;
      case 'named':
        this.condition(condition.condition, sort, where);
        return;
      case 'source':
      case 'target':
        this.condition(condition.condition, 'component', condition.condition);
        return;
      case 'design':
        this.condition(condition.condition, 'design');
        return;
      case 'carries':
        this.note(this.clauses, 'returns');
        return;
      case 'sees':
        // What is encrypted on the way is not seen.
        this.note(this.clauses, 'returns');
        this.control(knownNames.encryption, 'flow');
        return;
      case 'opened by':
        this.note(this.clauses, 'opened by');
        return;
      case 'run by':
        this.note(this.clauses, 'run by');
        return;
      case 'crosses':
        if (condition.border !== 'party') return;
        this.note(this.clauses, 'run by');
        this.own(knownNames.party, 'component');
        return;
      case 'ours':
        if (sort !== 'component' && sort !== 'zone') return;
        this.note(this.clauses, 'run by');
        // The party of whoever runs it counts, and of whose design it is.
        this.own(knownNames.party, 'component');
        this.own(knownNames.party, sort);
        return;
      case 'over':
        this.over(condition, sort);
        return;
      case 'has':
        this.control(condition.control, sort, where);
        return;
      case 'quantified':
        this.relation(condition.relation, sort);
        this.condition(condition.condition, sortOfRelation[condition.relation.name], condition.condition);
        return;
      case 'set':
        this.attribute(condition.attribute, sort, where);
        return;
      case 'compare':
        this.attribute(condition.attribute, sort, where);
        if (condition.operand.kind === 'attribute') this.attribute(condition.operand.attribute, sort, where);
        return;
      case 'extreme':
        this.relation(condition.relation, sort);
        this.own(condition.attribute, sortOfRelation[condition.relation.name]);
        if (condition.operand.kind === 'attribute') this.own(condition.operand.attribute, sort, where);
        return;
      default:
        return;
    }
  }

  private over({ mechanism, outer }: Extract<Condition, { kind: 'over' }>, sort: SubjectSort): void {
    if (sort !== 'link' && sort !== 'flow') return;
    this.note(this.layers, `${mechanism} ${sort}`);
    if (outer === undefined) return;
    // What lies below a flow's layer may be its links'.
    for (const way of ['link', 'flow'] as const) this.note(this.layers, `${outer} ${way}`);
  }

  private relation({ name, within }: Relation, sort: SubjectSort): void {
    if (within?.kind === 'same attribute') for (const one of [sort, sortOfRelation[name]]) this.own(within.attribute, one);
    if (name === 'protocol') for (const way of ['link', 'flow'] as const) this.note(this.protocols, way);
    // An answer makes the end of a flow a beginning, and its data some of the flow's.
    const asksData = name === 'data' || (name === 'flow' && sort === 'data');
    if (asksData || name === 'incoming flow' || name === 'outgoing flow') this.note(this.clauses, 'returns');
  }

  /** Of the subject, and where a component's is asked of a link or flow, of its ends. */
  private attribute(attribute: string, sort: SubjectSort, where?: Condition): void {
    this.own(attribute, sort, where);
    if (sort === 'link' || sort === 'flow') this.own(attribute, 'component');
  }

  /** Of the subject itself; what a zone says is said of what stands in it. */
  private own(attribute: string, sort: SubjectSort, where?: Condition): void {
    if (sort === 'protocol') return;
    if (this.catalogue.attributes.get(attribute)?.counts !== undefined) this.steps();
    // What another component runs has that component's party.
    if (attribute === knownNames.party && sort === 'component') this.note(this.clauses, 'run by');
    this.note(this.settings, `${attribute} ${sort}`, where);
    if (sort !== 'flow' && sort !== 'data' && sort !== 'design') this.note(this.settings, `${attribute} zone`);
  }

  /** What is computed of an attacker is computed from all that steps look at, and from how many there are of each. */
  private steps(): void {
    if (this.askingSteps.has(this.requirement)) return;
    this.askingSteps.add(this.requirement);
    for (const clause of ['opened by', 'run by', 'returns'] as const) this.note(this.clauses, clause);
    this.own(knownNames.count, 'component');
    for (const { sort, condition, from, to, unless, bounds } of this.catalogue.steps.values()) {
      this.condition(condition, sort);
      for (const { role, that } of [...from, ...to]) this.condition(that, sortOfRole[role]);
      for (const need of [...unless, ...bounds]) this.need(need, sort, undefined);
    }
  }

  private need(need: Need, sort: ElementSort, where: Condition | undefined): void {
    if (need.kind === 'condition') {
      this.condition(need.condition, sort, where);
      return;
    }
    if (need.kind !== 'control') {
      for (const operand of need.operands) this.need(operand, sort, where);
      return;
    }
    if (need.across !== undefined) {
      if (need.across.kind === 'relay') this.condition(need.across.that, 'component', need.across.that);
      this.control(need.control, 'flow', where);
    } else if (need.places.length === 0) this.control(need.control, sort, where);
    else for (const one of need.places) this.place(need.control, one, sort, where);
  }

  private place(control: string, asked: NeedPlace, subject: ElementSort, where: Condition | undefined): void {
    if (asked.kind === 'related') {
      const { relation, that } = asked;
      const sort = sortOfRelation[relation.name];
      this.relation(relation, subject);
      this.condition(that, sort, that);
      // A mechanism in a stack declares nothing.
      if (sort !== 'protocol' && !leadsNowhere(relation, subject)) this.control(control, sort, that);
      return;
    }
    const there = whereIs(asked.name, subject);
    if (there.kind === 'every') this.relation(there.relation, subject);
    const sort = sortAt(there, subject);
    if (sort !== undefined) this.control(control, sort, there.kind === 'self' ? where : undefined);
  }
}
