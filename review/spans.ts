import type { Component, Flow } from '../language/model/index.js';
import { dataOfFlow, endsOfLink, firstStop, lastStop, type Facts } from './facts.js';
import { nothing, standing, type Grant, type Grants, type Standing } from './grants.js';

/** Whether a span covers a hop; `index` points into `flow.hops`. */
export function covers(flow: Flow, grant: Pick<Grant, 'from' | 'to'>, index: number): boolean {
  const hop = flow.hops[index]!;
  if (grant.from !== undefined) {
    const start = flow.stops.findIndex((stop) => stop.includes(grant.from!));
    if (start < 0 || hop.step < start || (hop.step === start && hop.from !== grant.from)) return false;
  }
  if (grant.to !== undefined) {
    const end = lastIndexOf(flow, grant.to);
    if (end < 0 || hop.step + 1 > end || (hop.step + 1 === end && hop.to !== grant.to)) return false;
  }
  return true;
}

function lastIndexOf(flow: Flow, component: string): number {
  for (let index = flow.stops.length - 1; index >= 0; index--) if (flow.stops[index]!.includes(component)) return index;
  return -1;
}

export interface FlowStanding extends Standing {
  /** Hops that count and stand no better than the flow does, while that is not met. */
  readonly open: readonly number[];
}

/** `C on flow`: the worst hop counts, hops at a person and hops between two trusted end points left out. */
export function onFlow(facts: Facts, grants: Grants, flow: Flow, control: string): FlowStanding {
  const counted = flow.hops.flatMap((hop, index) => (facts.isPersonHop(hop) || facts.isTrustedHop(hop) ? [] : [index]));
  return overHops(flow, grants.of(flow, control), counted);
}

/** Asked from a link: the worst of the flow's hops over it; no hop is left out. */
export function onHopsOver(grants: Grants, flow: Flow, link: string, control: string): FlowStanding {
  const counted = flow.hops.flatMap((hop, index) => (hop.link === link ? [index] : []));
  return overHops(flow, grants.of(flow, control), counted);
}

function overHops(flow: Flow, grants: readonly Grant[], hops: readonly number[]): FlowStanding {
  const each = hops.map((index) => ({ index, standing: standing(grants.filter((grant) => covers(flow, grant, index))) }));
  const worst = worstOf(each.map((hop) => hop.standing));
  return { ...worst, open: worst.level === 3 ? [] : each.filter((hop) => hop.standing.level < 3).map((hop) => hop.index) };
}

/** The lowest level; of none, met. All deciding sources are kept when it is met, else those of the worst. */
export function worstOf(standings: readonly Standing[]): Standing {
  let level = 3 as Standing['level'];
  for (const one of standings) if (one.level < level) level = one.level;
  if (level === 0) return nothing;
  const sources = standings.filter((one) => one.level === level).flatMap((one) => one.sources);
  return { level, sources: [...new Set(sources)] };
}

/** All hops of a flow that touch a component at one stop. */
function hopsAt(flow: Flow, stop: number, component: string): number[] {
  return flow.hops.flatMap((hop, index) =>
    (hop.step === stop && hop.from === component) || (hop.step === stop - 1 && hop.to === component) ? [index] : [],
  );
}

/** All hops of a flow at its stops of a kind: what `C across K` looks at. */
export function hopsAcross(facts: Facts, flow: Flow, kind: string): number[] {
  const hops = flow.stops.flatMap((stop, index) =>
    stop.flatMap((name) => (facts.is(facts.component(name), kind) ? hopsAt(flow, index, name) : [])),
  );
  return [...new Set(hops)];
}

/** `C across K`: for each component of the kind on the path, the best single span that covers all its hops there. */
export function across(facts: Facts, grants: Grants, flow: Flow, control: string, kind: string): FlowStanding {
  const all = grants.of(flow, control);
  const standings: Standing[] = [];
  const open: number[] = [];
  flow.stops.forEach((stop, index) => {
    for (const name of stop) {
      if (!facts.is(facts.component(name), kind)) continue;
      const hops = hopsAt(flow, index, name);
      const found = standing(all.filter((grant) => hops.every((hop) => covers(flow, grant, hop))));
      standings.push(found);
      if (found.level < 3) open.push(...hops);
    }
  });
  return { ...worstOf(standings), open: [...new Set(open)] };
}

/** Whether a component sees data of a class: it stores it, is an end of what carries it, or relays it outside spans that encrypt. */
export function sees(facts: Facts, grants: Grants, component: Component, isOfClass: (data: string) => boolean): boolean {
  if (component.stores.some(isOfClass)) return true;
  for (const link of facts.linksAt(component.name)) {
    if (endsOfLink(link).includes(component.name) && link.carries.some(isOfClass)) return true;
  }
  for (const flow of facts.flowsAt(component.name)) {
    if (!dataOfFlow(flow).some(isOfClass)) continue;
    if (firstStop(flow).includes(component.name) || lastStop(flow).includes(component.name)) return true;
    const encrypting = grants.of(flow, 'encryption').filter((grant) => grant.source.state === 'met');
    for (let stop = 1; stop < flow.stops.length - 1; stop++) {
      if (!flow.stops[stop]!.includes(component.name)) continue;
      const hops = hopsAt(flow, stop, component.name);
      if (!encrypting.some((grant) => hops.every((hop) => covers(flow, grant, hop)))) return true;
    }
  }
  return false;
}
