import type { Component, Element, Yield } from '../language/model/index.js';
import { dataOfFlow, endsOfLink, findValue, firstStop, isAssumed, knownNames } from '../language/semantics/index.js';
import type { Evaluator } from '../review/index.js';
import { devicesBehind } from './devices-behind.js';

type Facts = Evaluator['facts'];

/**
 * Into how many equal parts a fleet is split, of which an attacker has one: with one of 1,200 concentrators, a 1,200th of the meters. `1` is the
 * whole of it, by way of the single instance that there is; `0` is every instance by itself, which is more where two persons have to agree.
 */
export type Share = number;

export const everyInstance: Share = 0;
/** One instance of whatever there is. */
export const oneInstance: Share = Number.POSITIVE_INFINITY;

/** What surely follows, what may follow where the design says too little, and what would follow if no control stood in the way. */
export type Bound = 'low' | 'high' | 'bare';

/** How many there are of a component, as the design says; undefined where it does not. */
export function countOf(component: Component, facts: Facts): number | undefined {
  const found = findValue(component, knownNames.count, facts);
  // Whoever draws a person draws what several may be: silence does not make one of two who have to agree.
  const isSaid = found !== undefined && !(facts.is(component, knownNames.person) && isAssumed(found, component, facts));
  if (isSaid && found.value.kind === 'integer' && found.value.number > 0) return found.value.number;
  // An organisation is one, however many people work there.
  return facts.is(component, knownNames.externalParty) ? 1 : undefined;
}

/** The share of a fleet that one instance of an element stands for. Nobody says how many there are: surely one of many, perhaps the only one. */
export function shareOfOne(element: Element, facts: Facts, bound: Bound): Share {
  const unknown = bound === 'low' ? oneInstance : 1;
  if (element.sort === 'component') return countOf(element, facts) ?? unknown;
  // A flow, a zone or data have no instances of their own: who has a share of what leads there has that share.
  if (element.sort !== 'link') return oneInstance;
  // A medium is as often there as whatever gathers what stands behind it: a street for each cabinet, a subscription for each modem.
  const counts = facts.components(endsOfLink(element)).map((end) => countOf(end, facts));
  const many = counts.filter((count) => count !== undefined && count > 1) as number[];
  if (many.length > 0) return Math.min(...many);
  return counts.includes(undefined) ? unknown : 1;
}

/** How many devices of a component a share comes to; undefined where nobody says how many there are. */
export function devicesIn(share: Share, component: Component, facts: Facts, bound: Bound): number | undefined {
  const count = countOf(component, facts);
  if (count !== undefined) return Math.ceil(count / Math.max(1, share));
  return bound === 'low' || share === oneInstance ? 1 : undefined;
}

/** Whether a share is more than the one device at which somebody stands. */
export function isMany(share: Share, component: Component, facts: Facts): boolean {
  return share <= 1 || share < (countOf(component, facts) ?? oneInstance);
}

/** The devices that something is done to, where they are counted for what it gives: the component itself, those on the way of a flow, those that data tell about. */
export function devicesConcerned(element: Element, hold: Yield, evaluator: Evaluator): readonly Component[] {
  const { facts } = evaluator;
  const isMeant = isCountedIn(hold, evaluator);
  switch (element.sort) {
    case 'component':
      return isMeant(element) ? [element] : [];
    case 'flow': {
      const onTheWay = facts.components(element.stops.flat()).filter(isMeant);
      if (onTheWay.length > 0) return onTheWay;
      return distinct(dataOfFlow(element).flatMap((data) => devicesOfData(firstStop(element), data, hold, evaluator)));
    }
    case 'data': {
      const carrying = facts.flowsCarrying(element.name).flatMap(({ stops }) => facts.components(stops.flat()));
      return distinct([...facts.holders(element.name), ...carrying].filter(isMeant));
    }
    default:
      return [];
  }
}

/** The devices whose data come to some components, as far back as it takes; else all that the data tell about. */
function devicesOfData(start: readonly string[], data: string, hold: Yield, evaluator: Evaluator): readonly Component[] {
  const { facts } = evaluator;
  const isMeant = isCountedIn(hold, evaluator);
  const behind = evaluator.derived(facts, `devices behind ${hold} ${data}`, () =>
    devicesBehind(facts.flowsCarrying(data), ({ stops }) => facts.components(stops.flat()).filter(isMeant)),
  );
  const found = behind(start);
  if (found.length > 0) return found;
  return evaluator.derived(facts, `devices of ${hold} ${data}`, () =>
    facts.dataNamed([data]).flatMap((one) => devicesConcerned(one, hold, evaluator)),
  );
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}

/** Whether a component is of the kind whose devices a yield is counted in. */
function isCountedIn(hold: Yield, { facts }: Evaluator): (component: Component) => boolean {
  const kinds = [...facts.catalogue.harms.values()].flatMap(({ counts }) => (counts?.hold === hold ? [counts.kind] : []));
  return (component) => kinds.length === 0 || kinds.some((kind) => kind === undefined || facts.is(component, kind));
}
