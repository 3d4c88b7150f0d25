import type { Across, Element, Flow, Need, NeedPlace } from '../language/model/index.js';
import {
  acrossWithoutNames,
  acrossWords,
  conditionWords,
  levels,
  placesWords,
  whereIs,
  withoutNames,
  zonesOfLink,
  type Subject,
  Level,
} from '../language/semantics/index.js';
import type { ControlGap, Gap, OpenState, UnsetFact } from './assessment.js';
import type { Conditions } from './conditions.js';
import type { Facts } from './facts.js';
import { gradeOf, type Grants, type Grade } from './grants.js';
import { KeptAnswers } from './kept-answers.js';
import { all, any, missing, type Outcome } from './outcome.js';
import { membersOf } from './relations.js';
import { across, onFlow, onHopsOver, onPath, overHop, sparedBy, type FlowGrade } from './spans.js';
import { isStatedFalse } from './stated.js';
import { endsInRole } from './stops.js';
import { unsetBehind } from './unset.js';

const none: readonly never[] = [];

/** So many members of a relation are judged anew as often as they are asked for; what more of them come to is kept. */
const fewMembers = 8;

/** Judges needs. What is unset on the way is collected into `unset`, where somebody wants to know. */
export class Needs {
  /** What a place comes to at one of the members that it leads to, where they are many; undefined where that one does not count. */
  readonly atMembers: KeptAnswers<NeedPlace, Subject, Outcome | undefined>;

  constructor(
    private readonly facts: Facts,
    private readonly grants: Grants,
    private readonly conditions: Conditions,
  ) {
    this.atMembers = new KeptAnswers(facts.recorder);
  }

  /** Of a part of a flow, a control without a place is asked of the way past that part. */
  of(need: Need, subject: Element, unset: UnsetFact[] | undefined, part?: FlowPart): Outcome {
    switch (need.kind) {
      case 'and':
        return all(need.operands.map((operand) => this.of(operand, subject, unset, part)));
      case 'or':
        return any(need.operands.map((operand) => this.of(operand, subject, unset, part)));
      case 'condition':
        return this.condition(need, subject, unset);
      case 'control':
        if (part !== undefined && subject.sort === 'flow' && need.places.length === 0 && need.across === undefined)
          return this.past(subject, need.control, part);
        return this.control(need, subject, unset);
    }
  }

  private condition({ condition }: Extract<Need, { kind: 'condition' }>, subject: Element, unset: UnsetFact[] | undefined): Outcome {
    const truth = this.conditions.of(condition, subject);
    if (truth === 2)
      return { low: Level.met, high: Level.met, gap: undefined, proofs: [{ kind: 'holds', condition, element: subject.name }] };
    const facts = unsetBehind(this.conditions, condition, subject);
    unset?.push(...facts);
    const gap: Gap = {
      kind: 'condition',
      element: subject.name,
      sort: subject.sort,
      condition,
      words: conditionWords(withoutNames(condition)),
      state: truth === 1 ? 'unknown' : 'missing',
      stated: isStatedFalse(this.conditions, this.grants, condition, subject),
      unset: facts,
    };
    return { low: Level.missing, high: truth === 1 ? Level.met : Level.missing, gap, proofs: none };
  }

  private control(need: Extract<Need, { kind: 'control' }>, subject: Element, unset: UnsetFact[] | undefined): Outcome {
    const { control } = need;
    let outcome: Outcome;
    if (need.across !== undefined) {
      outcome = subject.sort === 'flow' ? this.across(subject, control, need.across, unset) : missing;
    } else if (need.places.length === 0) outcome = this.at(subject, control);
    else outcome = any(need.places.map((place) => this.atPlace(place, subject, control, unset)));
    if (outcome.low === Level.met || outcome.gap !== undefined) return outcome;
    // No place gave an element to put the control on: what is left is to tell it of the subject itself.
    const gap = this.leaf(subject, control, outcome.high === Level.missing ? 'missing' : 'unknown', undefined, undefined);
    const { across } = need;
    const asked = across === undefined ? placesWords(need) : `across ${acrossWords(across)}`;
    const past = across && { across: acrossWords(acrossWithoutNames(across)), past: across };
    return { ...outcome, gap: { ...gap, stated: false, ...past, unplaced: true, asked, places: need.places } };
  }

  /** One span past each stop. Where it is not known whether a stop counts, the need lies between with it and without it. */
  private across(flow: Flow, control: string, what: Across, unset: UnsetFact[] | undefined): Outcome {
    const { least, most, passing } = across(this.facts, this.grants, flow, control, what, (that, component) =>
      that === undefined ? 2 : this.conditions.of(that, component),
    );
    const outcome = this.stands(flow, control, least, { what, passing });
    if (least.level === most.level) return outcome;
    if (unset !== undefined && what.kind === 'relay' && what.that !== undefined) {
      for (const relay of membersOf(this.facts, flow, { name: 'relay', within: undefined })) {
        unset.push(...unsetBehind(this.conditions, what.that, relay));
      }
    }
    return { ...outcome, high: most.level, gap: outcome.gap && ({ ...outcome.gap, state: 'unknown' } as Gap) };
  }

  /** A control where a flow passes one relay, or one hop. What is done counts wherever it stands. */
  private past(flow: Flow, control: string, part: FlowPart): Outcome {
    const { facts, grants } = this;
    if ((facts.catalogue.controls.get(control)?.protects ?? 'channel') === 'act') return this.at(flow, control);
    if (part.kind === 'relay') {
      const what: Across = { kind: 'relay', that: undefined };
      const { most, passing } = across(facts, grants, flow, control, what, (_, { name }) => (name === part.component ? 2 : 0));
      return this.stands(flow, control, most, { what, passing });
    }
    const hop = flow.hops[part.hop]!;
    const found = overHop(grants, flow, part.hop, control);
    const link = facts.link(hop.link);
    const sorts = facts.catalogue.controls.get(control)?.sorts ?? [];
    const onLink = link !== undefined && (sorts.length === 0 || sorts.includes('link')) ? [this.at(link, control)] : [];
    // What is asked of the whole flow leaves out hops between those who may read everything: there, the link alone can close the gap.
    const isSpared = sparedBy(facts, flow, hop, facts.catalogue.controls.get(control)?.protects ?? 'channel') !== undefined;
    const onFlow = isSpared && found.level !== Level.met ? [] : [this.stands(flow, control, found)];
    return any([...onFlow, ...onLink]);
  }

  private at(element: Element, control: string): Outcome {
    if (element.sort === 'flow') return this.stands(element, control, onFlow(this.facts, this.grants, element, control));
    return this.stands(element, control, gradeOf(this.grants.of(element, control)));
  }

  private stands(element: Element, control: string, found: Grade | FlowGrade, over?: Over): Outcome {
    const { level, sources } = found;
    if (level === Level.met) {
      const spared = 'spared' in found && found.spared.length > 0 ? { spared: found.spared } : {};
      return {
        low: Level.met,
        high: Level.met,
        gap: undefined,
        proofs: [{ kind: 'granted', control, element: element.name, sources, ...spared }],
      };
    }
    const state = levels[level];
    return { low: level, high: level, gap: this.leaf(element, control, state, found, over), proofs: none };
  }

  private atPlace(place: NeedPlace, subject: Element, control: string, unset: UnsetFact[] | undefined): Outcome {
    if (place.kind === 'related') return this.related(place, place, subject, control, unset);
    const { facts } = this;
    const there = whereIs(place.name, subject.sort);
    switch (there.kind) {
      case 'nowhere':
        return missing;
      case 'self':
        return this.at(subject, control);
      case 'design':
        return facts.design.implicit ? missing : this.at(facts.design, control);
      case 'source':
      case 'target':
        return this.each(endsInRole(facts, subject, there.kind), control);
      case 'both ends':
        return this.each(membersOf(facts, subject, { name: 'end', within: undefined }) as Element[], control);
      case 'path':
        return subject.sort === 'flow' ? this.stands(subject, control, onPath(facts, this.grants, subject, control)) : missing;
      case 'zone':
        return this.zone(subject, control);
      case 'every':
        return this.related(
          place,
          { kind: 'related', quantifier: 'every', relation: there.relation, that: undefined },
          subject,
          control,
          unset,
        );
    }
  }

  private each(elements: readonly Element[], control: string): Outcome {
    return elements.length === 0 ? missing : all(elements.map((element) => this.at(element, control)));
  }

  private zone(subject: Element, control: string): Outcome {
    const best = (zones: readonly Element[]) => any(zones.map((zone) => this.at(zone, control)));
    if (subject.sort === 'component') return best(this.facts.zonesAround(subject.zone));
    if (subject.sort !== 'link') return missing;
    const own = zonesOfLink(subject);
    if (own !== undefined) return best(own.flatMap((zone) => this.facts.zone(zone) ?? []));
    const ends = membersOf(this.facts, subject, { name: 'end', within: undefined });
    if (ends.length === 0) return missing;
    return all(ends.map((end) => best(end.sort === 'component' ? this.facts.zonesAround(end.zone) : [])));
  }

  /** `asked` is the place as the need has it: it asks for one control. */
  private related(
    asked: NeedPlace,
    place: Extract<NeedPlace, { kind: 'related' }>,
    subject: Element,
    control: string,
    unset: UnsetFact[] | undefined,
  ): Outcome {
    const members = membersOf(this.facts, subject, place.relation);
    // What a link asks of a flow depends on the link, and what is unset is told while it is looked for.
    const isKept = unset === undefined && members.length > fewMembers && subject.sort !== 'link';
    const outcomes = members.flatMap((member): Outcome | readonly [] => {
      const find = () => this.atMember(place, subject, member, control, unset);
      return (isKept ? this.atMembers.of(asked, member, find) : find()) ?? [];
    });
    if (outcomes.length === 0) return missing;
    return place.quantifier === 'every' ? all(outcomes) : any(outcomes);
  }

  private atMember(
    { that, quantifier }: Extract<NeedPlace, { kind: 'related' }>,
    subject: Element,
    member: Subject,
    control: string,
    unset: UnsetFact[] | undefined,
  ): Outcome | undefined {
    const counts = that === undefined ? 2 : this.conditions.of(that, member);
    if (counts === 0) return undefined;
    const there = this.there(subject, member, control);
    if (counts === 2) return there;
    unset?.push(...unsetBehind(this.conditions, that!, member));
    const gap = there.gap?.kind === 'control' ? { ...there.gap, state: 'unknown' as const } : there.gap;
    return quantifier === 'every' ? { ...there, high: Level.met, gap } : { ...there, low: Level.missing, gap };
  }

  /** A control at a neighbour. Of a flow that a link asks for, only the hops over that link matter. */
  private there(subject: Element, member: Subject, control: string): Outcome {
    if (member.sort === 'protocol') return missing;
    if (subject.sort === 'link' && member.sort === 'flow' && member.hops.some((hop) => hop.link === subject.name)) {
      return this.stands(member, control, onHopsOver(this.grants, member, subject.name, control));
    }
    return this.at(member, control);
  }

  private leaf(
    element: Element,
    control: string,
    state: OpenState,
    found: Grade | FlowGrade | undefined,
    over: Over | undefined,
  ): ControlGap {
    const hops = found !== undefined && 'open' in found ? found.open : undefined;
    return {
      kind: 'control',
      element: element.name,
      sort: element.sort,
      control,
      state,
      stated: this.grants.isStated(element, control),
      sources: found?.sources ?? none,
      idle: this.grants.idle(element, control),
      hops,
      across: over && acrossWords(acrossWithoutNames(over.what)),
      past: over?.what,
      passing: over?.passing,
      unplaced: false,
      asked: undefined,
      places: none,
    };
  }
}

/** Where on a flow somebody stands: at a component that it passes, or at the medium of one hop, an index into its hops. */
export type FlowPart = { readonly kind: 'relay'; readonly component: string } | { readonly kind: 'hop'; readonly hop: number };

/** What one span must pass, and the hops there. */
interface Over {
  readonly what: Across;
  readonly passing: readonly number[];
}
