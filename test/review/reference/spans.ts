import type { Component, Element, Flow, Hop, Link } from '../../../language/model/index.js';
import { componentOf, isA, kindLevels, type Scene } from './elements.js';
import { best, grantedBy, grantedByUse, grantedIn, inherited, Met, Missing, ownOver } from './grants.js';
import { isAtPerson, isBetweenTrusted, linkOf, waysPast } from './paths.js';

/** One declaration on a flow and the hops that it reaches. */
interface Span {
  readonly state: number;
  readonly hops: readonly Hop[];
}

/** How well a control is there at one element, asked of the element as a whole. */
export function stateAt(scene: Scene, element: Element, control: string): number {
  if (element.sort === 'flow') return stateOnFlow(scene, element, control);
  return ownOver(grantedIn(scene, element, control, element), inherited(scene, element, control));
}

/** Rule 30. */
function stateOnFlow(scene: Scene, flow: Flow & { readonly over?: string | undefined }, control: string, withLinks = false): number {
  if (flow.over !== undefined) return stateOverLink(scene, flow, scene.architecture.links.get(flow.over)!, control);
  const protects = scene.architecture.catalogue.controls.get(control)?.protects;
  if (protects === 'act') return stateOfAct(scene, flow, control, withLinks);
  const counted = flow.hops.filter((hop) => {
    if (isBetweenTrusted(scene, hop)) return false;
    return protects === 'message' ? !isSparedForMessage(scene, flow, hop) : !isAtPerson(scene, hop);
  });
  return worstOver(scene, flow, counted, control, withLinks);
}

/** Rule 34, `on path`: as on the flow, with what each link is granted as a span over its hops. */
export function stateAlong(scene: Scene, flow: Flow, control: string): number {
  return stateOnFlow(scene, { ...flow, over: undefined }, control, true);
}

function stateOfAct(scene: Scene, flow: Flow, control: string, withLinks: boolean): number {
  const somewhere = ownSpans(scene, flow, control, withLinks).filter((span) => flow.hops.length === 0 || span.hops.length > 0);
  return ownOver(best(somewhere.map((span) => span.state)), inherited(scene, flow, control));
}

/** The order that a person gives at the start, and what a person reads at the end. */
function isSparedForMessage(scene: Scene, flow: Flow, hop: Hop): boolean {
  const isPerson = (name: string) => isA(scene, componentOf(scene, name), 'person');
  const goesOn = hop.step + 2 < flow.stops.length;
  if (hop.step === 0 && isPerson(hop.from) && (goesOn || isA(scene, componentOf(scene, hop.to), 'trusted-end-point'))) return true;
  return !goesOn && isPerson(hop.to);
}

/** Rule 31. */
export function stateOverLink(scene: Scene, flow: Flow, link: Link, control: string): number {
  return worstOver(
    scene,
    flow,
    flow.hops.filter((hop) => hop.link === link.name),
    control,
  );
}

function worstOver(scene: Scene, flow: Flow, hops: readonly Hop[], control: string, withLinks = false): number {
  return Math.min(Met, ...hops.map((hop) => stateAcross(scene, flow, [hop], control, withLinks)));
}

/** The best single span that covers all of these hops, an own weak one before an inherited one. */
function stateAcross(scene: Scene, flow: Flow, hops: readonly Hop[], control: string, withLinks = false): number {
  const covering = ownSpans(scene, flow, control, withLinks).filter((span) => hops.every((hop) => span.hops.includes(hop)));
  return ownOver(best(covering.map((span) => span.state)), inherited(scene, flow, control));
}

/** Rule 32: the worst of the stops of which `counts` says so. */
export function stateAcrossStops(
  scene: Scene,
  flow: Flow,
  counts: (component: Component, isRelay: boolean) => boolean,
  control: string,
): number {
  const stops = flow.stops.flatMap((stop, index) =>
    stop
      .filter((name) => counts(componentOf(scene, name), index > 0 && index < flow.stops.length - 1))
      .flatMap((name) => waysPast(flow, index, name)),
  );
  return Math.min(Met, ...stops.map((hops) => stateAcross(scene, flow, hops, control)));
}

/** Rule 33: whether a relay at one stop is strictly inside a span that encrypts. */
export function passesUnseen(scene: Scene, flow: Flow, stop: number, component: string): boolean {
  const encrypting = [...ownSpans(scene, flow, 'encryption'), ...inheritedSpans(scene, flow, 'encryption')].filter(
    (span) => span.state === Met,
  );
  return waysPast(flow, stop, component).every((way) => encrypting.some((span) => way.every((hop) => span.hops.includes(hop))));
}

function inheritedSpans(scene: Scene, flow: Flow, control: string): Span[] {
  return kindLevels(scene, flow).length === 0 ? [] : [{ state: inherited(scene, flow, control), hops: flow.hops }];
}

/** Rule 29: only the flow's own controls and layers are spans; `uses` reaches all of it. */
function ownSpans(scene: Scene, flow: Flow, control: string, withLinks = false): Span[] {
  return [
    ...flow.controls.map((use) => ({ state: grantedByUse(scene, use, control, flow), hops: reach(flow, use.from, use.to) })),
    ...flow.layers.flatMap((layer) =>
      layer.stack.map((mechanism) => ({ state: grantedBy(scene, mechanism, control, flow), hops: reach(flow, layer.from, layer.to) })),
    ),
    ...flow.mechanisms.map((use) => ({ state: grantedBy(scene, use.mechanism, control, flow), hops: flow.hops })),
    ...(withLinks ? linksOf(scene, flow) : linksOfShortPath(scene, flow)).map((link) => ({
      state: grantedIn(scene, link, control, link),
      hops: flow.hops.filter((hop) => hop.link === link.name),
    })),
  ].filter((span) => span.state !== Missing);
}

/** Rule 29: the links of a flow of two stops. */
export function linksOfShortPath(scene: Scene, flow: Flow): Link[] {
  return flow.stops.length === 2 ? linksOf(scene, flow) : [];
}

function linksOf(scene: Scene, flow: Flow): Link[] {
  return [...new Set(flow.hops.map((hop) => linkOf(scene, hop)).filter((link) => link !== undefined))];
}

/** Rule 28. */
export function reach(flow: Flow, from: string | undefined, to: string | undefined): Hop[] {
  const start = from === undefined ? 0 : flow.stops.findIndex((stop) => stop.includes(from));
  const end = to === undefined ? flow.stops.length - 1 : flow.stops.findLastIndex((stop) => stop.includes(to));
  if (start < 0 || end < 0) return [];
  return flow.hops.filter((hop) => {
    const afterStart = hop.step > start || (hop.step === start && (from === undefined || hop.from === from));
    const beforeEnd = hop.step + 1 < end || (hop.step + 1 === end && (to === undefined || hop.to === to));
    return afterStart && beforeEnd;
  });
}
