import type { Condition } from '../../../language/model/index.js';
import { isAccepted } from './decisions.js';
import {
  allOf,
  anyOf,
  componentOf,
  components,
  dataNamed,
  False,
  isA,
  isInside,
  negation,
  True,
  truth,
  Unknown,
  zonesAround,
  type Scene,
  type Subject,
} from './elements.js';
import { grantedBy, Met } from './grants.js';
import { carriedBy, carriedOver, endOf, endsOf, firstStop, hopsAt, lastStop, linkOf, middleStops, pairsOf } from './paths.js';
import { membersOf } from './relations.js';
import { passesUnseen, stateAt } from './spans.js';
import { isStacked } from './stacks.js';
import { compareExtreme, compareOn, isOurs, isSet, operandOn, partyNamed, partyOf, valueOf } from './values.js';

type Asked<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

export function holds(scene: Scene, subject: Subject, condition: Condition): number {
  switch (condition.kind) {
    case 'and':
      return allOf(condition.operands.map((operand) => holds(scene, subject, operand)));
    case 'or':
      return anyOf(condition.operands.map((operand) => holds(scene, subject, operand)));
    case 'not':
      return negation(holds(scene, subject, condition.operand));
    case 'named':
      return holds(scene, subject, condition.condition);
    case 'is':
      return truth(isA(scene, subject, condition.name));
    case 'in':
      return isIn(scene, subject, condition.zoneKind);
    case 'crosses':
      return crosses(scene, subject, condition.border);
    case 'carries':
      return truth(isSome(scene, carried(scene, subject), condition.dataClass));
    case 'stores':
      return truth(isSome(scene, stored(scene, subject), condition.dataClass));
    case 'sees':
      return truth(scene.grants !== false && sees(scene, subject, condition.dataClass));
    case 'touches':
    case 'from':
    case 'to':
    case 'via':
      return truth(onPath(subject, condition.kind).some((name) => isA(scene, componentOf(scene, name), condition.componentKind)));
    case 'opened by':
      return openedBy(scene, subject, condition.componentKind);
    case 'run by': {
      if (subject.sort !== 'component') return False;
      const party = partyNamed(scene, subject);
      return truth(party !== undefined && isA(scene, componentOf(scene, party), condition.componentKind));
    }
    case 'over':
      return truth(isStacked(scene, subject, condition.mechanism, condition.outer));
    case 'has':
      if (scene.grants === false) return False;
      if (subject.sort === 'protocol') return truth(grantedBy(scene, subject.name, condition.control, undefined) === Met);
      return truth(stateAt(scene, subject, condition.control) === Met);
    case 'accepted':
      return truth(scene.grants !== false && subject.sort !== 'protocol' && isAccepted(scene, subject.name));
    case 'ours':
      return isOurs(scene, subject);
    case 'source':
    case 'target':
      return anyOf(endOf(scene, subject, condition.kind).map((end) => holds(scene, end, condition.condition)));
    case 'design':
      return holds(scene, scene.architecture.design, condition.condition);
    case 'quantified':
      return quantified(scene, subject, condition);
    case 'compare':
      return compareOn(scene, subject, condition.attribute, condition.operator, condition.operand);
    case 'set':
      return isSet(scene, subject, condition.attribute);
    case 'extreme': {
      const values = membersOf(scene, subject, condition.relation).map((member) => valueOf(scene, member, condition.attribute));
      return compareExtreme(values, condition.extreme, condition.operator, operandOn(scene, subject, condition.operand));
    }
  }
}

function quantified(scene: Scene, subject: Subject, condition: Asked<'quantified'>): number {
  const inner = condition.condition;
  const truths = membersOf(scene, subject, condition.relation).map((member) => (inner === undefined ? True : holds(scene, member, inner)));
  switch (condition.quantifier) {
    case 'some':
      return anyOf(truths);
    case 'no':
      return negation(anyOf(truths));
    case 'every':
      return truths.length === 0 ? False : allOf(truths);
    case 'at least': {
      if (truths.filter((one) => one === True).length >= condition.least) return True;
      return truths.filter((one) => one !== False).length < condition.least ? False : Unknown;
    }
  }
}

/** Rule 7. */
function isIn(scene: Scene, subject: Subject, kind: string): number {
  const anyZone = (name: string | undefined) => truth(zonesAround(scene, name).some((zone) => isA(scene, zone, kind)));
  switch (subject.sort) {
    case 'component':
      return subject.zone === undefined ? Unknown : anyZone(subject.zone);
    case 'zone':
      return anyZone(subject.name);
    case 'link':
      if (subject.zones.length > 0) return anyOf(subject.zones.map(anyZone));
      return allOf(endsOf(scene, subject).map((end) => isIn(scene, end, kind)));
    case 'flow':
      return allOf(components(scene, subject.stops.flat()).map((stop) => isIn(scene, stop, kind)));
    case 'data':
    case 'design':
    case 'protocol':
      return False;
  }
}

/** Rule 8. */
function crosses(scene: Scene, subject: Subject, border: 'zone' | 'party'): number {
  if (subject.sort !== 'link' && subject.sort !== 'flow') return False;
  return anyOf(
    pairsOf(scene, subject).map((pair) => {
      const [from, to] = pair.map((component) => (border === 'zone' ? component.zone : partyOf(scene, component)));
      return from === undefined || to === undefined ? Unknown : truth(from !== to);
    }),
  );
}

function isSome(scene: Scene, data: readonly string[], kind: string): boolean {
  return dataNamed(scene, data).some((one) => isA(scene, one, kind));
}

function carried(scene: Scene, subject: Subject): readonly string[] {
  if (subject.sort === 'flow') return carriedBy(subject);
  return subject.sort === 'link' ? carriedOver(scene, subject) : [];
}

function stored(scene: Scene, subject: Subject): readonly string[] {
  if (subject.sort === 'component') return subject.stores;
  if (subject.sort !== 'zone') return [];
  return [...scene.architecture.components.values()].filter((one) => isInside(scene, one, subject)).flatMap((one) => one.stores);
}

/** Rule 33. */
function sees(scene: Scene, subject: Subject, kind: string): boolean {
  if (subject.sort !== 'component') return false;
  const { links, flows } = scene.architecture;
  if (isSome(scene, subject.stores, kind)) return true;
  if ([...links.values()].some((link) => endsOf(scene, link).includes(subject) && isSome(scene, link.carries, kind))) return true;
  return [...flows.values()]
    .filter((flow) => isSome(scene, carriedBy(flow), kind))
    .some((flow) =>
      flow.stops.some((stop, index) => {
        if (!stop.includes(subject.name)) return false;
        const isEnd = index === 0 || index === flow.stops.length - 1;
        return isEnd || (hopsAt(flow, index, subject.name).length > 0 && !passesUnseen(scene, flow, index, subject.name));
      }),
    );
}

/** Rule 11. */
function onPath(subject: Subject, word: 'touches' | 'from' | 'to' | 'via'): readonly string[] {
  if (subject.sort === 'link') {
    if (word === 'via') return [];
    const either = word === 'touches' || subject.twoWay;
    if (either) return [...subject.sources, ...subject.targets];
    return word === 'from' ? subject.sources : subject.targets;
  }
  if (subject.sort !== 'flow') return [];
  switch (word) {
    case 'touches':
      return subject.stops.flat();
    case 'from':
      return firstStop(subject);
    case 'to':
      return lastStop(subject);
    case 'via':
      return middleStops(subject).flat();
  }
}

/** Rule 12. */
function openedBy(scene: Scene, subject: Subject, kind: string): number {
  if (subject.sort === 'link') {
    if (subject.openedBy.length === 0) return Unknown;
    return truth(subject.openedBy.every((name) => isA(scene, componentOf(scene, name), kind)));
  }
  if (subject.sort !== 'flow') return False;
  const links = subject.hops.map((hop) => linkOf(scene, hop)).filter((link) => link !== undefined);
  return links.length === 0 ? Unknown : allOf(links.map((link) => openedBy(scene, link, kind)));
}
