import type { AttackStep, Component, Element, Flow, Link, Position, Zone } from '../language/model/index.js';
import {
  conditionWords,
  elementsOfSort,
  endsOfLink,
  firstStop,
  lastStop,
  Level,
  relaysOf,
  zonesOfLink,
} from '../language/semantics/index.js';
import type { Evaluator, FlowPart, Gap, Outcome } from '../review/index.js';
import { gainOf, isYield, type Gain } from './gains.js';
import { devicesConcerned } from './devices.js';
import type { Turns } from './turns.js';

/** One step at one place of a design. */
export interface Firing {
  readonly step: AttackStep;
  /** The element that the step is on. */
  readonly subject: string;
  readonly from: readonly Source[];
  readonly to: Gain;
  readonly extent: Position['extent'];
  /** Whether it surely works; else it depends on what the design does not say. */
  readonly sure: boolean;
  /** What would stop it; undefined where nothing does. */
  readonly gap: Gap | undefined;
  /** What surely stops it, as `CONTROL on ELEMENT`; empty where it works, or may. */
  readonly stoppedBy: readonly string[];
  /** What bounds how much is done with it in a day. */
  readonly bounds: readonly string[];
}

export interface Source {
  readonly gain: Gain;
  /** Every instance has to be there, each by itself. */
  readonly all: boolean;
}

/** Every step of the catalogue wherever it can be taken, in an order that does not depend on where something is written. */
export function* firingsInTurns(evaluator: Evaluator): Turns<Firing[]> {
  const { architecture, catalogue } = evaluator.facts;
  const byName = (one: Element, other: Element) => (one.name < other.name ? -1 : 1);
  const found: Firing[] = [];
  for (const step of catalogue.steps.values()) {
    for (const element of [...elementsOfSort(architecture, step.sort)].sort(byName)) {
      found.push(...firingsAt(step, element, evaluator));
      yield;
    }
  }
  return found;
}

function firingsAt(step: AttackStep, element: Element, evaluator: Evaluator): Firing[] {
  const holds = step.condition === undefined ? 2 : evaluator.conditions.of(step.condition, element);
  if (holds === 0) return [];
  const found: Firing[] = [];
  for (const chosen of combinations(step.from.map((position) => membersAt(position, element, evaluator)))) {
    const part = chosen.find((one) => one.part !== undefined)?.part;
    const stopped = step.unless.map((need) => evaluator.need(need, element, part));
    const stoppedBy = stopped.flatMap(metBy);
    const isOpen = stopped.every(({ high }) => high < met);
    const gaps = stopped.flatMap(({ gap }) => gap ?? []);
    const bounds = step.bounds.flatMap((need) => metBy(evaluator.need(need, element, part)));
    for (const position of step.to) {
      for (const reached of targetsOf(position, element, evaluator)) {
        found.push({
          step,
          subject: element.name,
          from: chosen.map((one, index) => ({
            gain: gainOf(step.from[index]!.hold, one.element.name),
            all: step.from[index]!.extent === 'all',
          })),
          to: gainOf(position.hold, reached.element.name),
          extent: position.extent,
          sure: holds === 2 && isOpen && reached.sure && chosen.every(({ sure }) => sure),
          gap: gaps.length < 2 ? gaps[0] : { kind: 'or', gaps },
          stoppedBy: [...new Set(stoppedBy)],
          bounds: [...new Set(bounds)],
        });
      }
    }
  }
  return found;
}

const met = Level.met;

/** What a need is met by; nothing where it is not surely met. */
function metBy({ low, proofs }: Outcome): string[] {
  if (low !== met) return [];
  const found = proofs.flatMap((proof) => {
    if (proof.kind === 'granted') return [`${proof.control} on ${proof.element}`];
    return proof.kind === 'holds' ? [`${conditionWords(proof.condition)} on ${proof.element}`] : [];
  });
  return found.length > 0 ? found : ['nothing to protect'];
}

interface Member {
  readonly element: Element;
  readonly sure: boolean;
  readonly part: FlowPart | undefined;
}

/** What a position leads to; a yield to the devices that are counted there. */
function targetsOf(position: Position, element: Element, evaluator: Evaluator): readonly Member[] {
  const members = membersAt(position, element, evaluator);
  const { hold } = position;
  if (!isYield(hold)) return members;
  return members.flatMap((one) => devicesConcerned(one.element, hold, evaluator).map((device) => ({ ...one, element: device })));
}

function membersAt({ role, inDesign, that }: Position, element: Element, { facts, conditions }: Evaluator): Member[] {
  const all = inDesign
    ? [...facts.architecture.components.values()].map((one): Placed => ({ element: one }))
    : inRole(role, element, facts);
  return all.flatMap(({ element: one, part }) => {
    const counts = that === undefined ? 2 : conditions.of(that, one);
    return counts === 0 ? [] : [{ element: one, sure: counts === 2, part }];
  });
}

interface Placed {
  readonly element: Element;
  readonly part?: FlowPart;
}

function inRole(role: Position['role'], element: Element, facts: Evaluator['facts']): readonly Placed[] {
  const plain = (list: readonly Element[]): Placed[] => [...new Set(list)].map((one) => ({ element: one }));
  if (role === element.sort) return [{ element }];
  switch (element.sort) {
    case 'flow':
      return onFlow(role, element, facts, plain);
    case 'link':
      return onLink(role, element, facts, plain);
    case 'component':
      if (role === 'party') return plain(facts.components(partiesOf(element, facts)));
      if (role === 'neighbour') return plain(neighboursOf(element, facts));
      if (role === 'link') return plain(facts.linksAt(element.name));
      if (role === 'flow') return plain(facts.flowsAt(element.name));
      if (role === 'zone') return plain(facts.zonesAround(element.zone));
      return role === 'data' ? plain(facts.dataNamed(element.stores)) : [];
    case 'zone':
      if (role === 'link') return plain(linksIn(element, facts));
      return role === 'component' ? plain(facts.componentsIn(element.name)) : [];
    case 'data':
      if (role === 'holder') return plain(facts.holders(element.name));
      return role === 'flow' ? plain(facts.flowsCarrying(element.name)) : [];
    case 'design':
      return [];
  }
}

type Plain = (list: readonly Element[]) => Placed[];

function onFlow(role: Position['role'], flow: Flow, facts: Evaluator['facts'], plain: Plain): readonly Placed[] {
  switch (role) {
    case 'source':
      return plain(facts.components(firstStop(flow)));
    case 'target':
      return plain(facts.components(lastStop(flow)));
    case 'end':
      return plain(facts.components([...firstStop(flow), ...lastStop(flow)]));
    case 'relay':
      return facts.components(relaysOf(flow)).map((one) => ({ element: one, part: { kind: 'relay', component: one.name } }));
    case 'hop':
      return flow.hops.flatMap((hop, index): Placed[] => {
        const link = facts.link(hop.link);
        return link === undefined ? [] : [{ element: link, part: { kind: 'hop', hop: index } }];
      });
    case 'data':
      return plain(facts.dataNamed([...flow.carries, ...flow.returns]));
    default:
      return [];
  }
}

function onLink(role: Position['role'], link: Link, facts: Evaluator['facts'], plain: Plain): readonly Placed[] {
  switch (role) {
    case 'end':
      return plain(facts.components(endsOfLink(link)));
    case 'source':
      return plain(facts.components(link.sources));
    case 'target':
      return plain(facts.components(link.targets));
    case 'zone': {
      const own = zonesOfLink(link);
      return plain((own ?? []).flatMap((zone) => facts.zone(zone) ?? []));
    }
    case 'data':
      return plain(facts.dataNamed(facts.dataOver(link)));
    case 'flow':
      return plain(facts.flowsOn(link.name));
    default:
      return [];
  }
}

function neighboursOf({ name }: Component, facts: Evaluator['facts']): Component[] {
  return facts.components(facts.linksAt(name).flatMap((link) => endsOfLink(link).filter((end) => end !== name)));
}

/** Whoever runs it by name, itself or by the innermost zone that says so. */
function partiesOf({ name, runBy, zone }: Component, facts: Evaluator['facts']): string[] {
  const party = runBy ?? facts.zonesAround(zone).find((one) => one.runBy !== undefined)?.runBy;
  return party === undefined || party === name ? [] : [party];
}

/** What runs through a zone; a link that says nothing of zones, where it ends. */
function linksIn({ name }: Zone, facts: Evaluator['facts']): Link[] {
  const ends = new Set(facts.componentsIn(name).map((one) => one.name));
  const isAround = (zone: string) => facts.zonesAround(zone).some((one) => one.name === name);
  return [...facts.architecture.links.values()].filter((link) => {
    const own = zonesOfLink(link);
    return own === undefined ? endsOfLink(link).some((end) => ends.has(end)) : own.some(isAround);
  });
}

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((found, list) => found.flatMap((one) => list.map((next) => [...one, next])), [[]]);
}
