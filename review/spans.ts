import type { Across, Component, Flow, Hop, Protected } from '../language/model/index.js';
import type { Spared } from './assessment.js';
import { dataOfFlow, endsOfFlow, endsOfLink, isWithinBounds, knownNames, Level } from '../language/semantics/index.js';
import { linkOfSection, type Facts } from './facts.js';
import { nothing, gradeOf, type Grant, type Grants, type Grade } from './grants.js';
import type { Kleene } from './kleene.js';

/** Whether a span covers a hop; `index` points into `flow.hops`. */
export function spanCovers(flow: Flow, grant: Pick<Grant, 'from' | 'to'> & { readonly link?: string | undefined }, index: number): boolean {
  const hop = flow.hops[index]!;
  return (grant.link === undefined || hop.link === grant.link) && isWithinBounds(grant, hop, flow);
}

export interface FlowGrade extends Grade {
  /** Hops that count and stand no better than the flow does, while that is not met. */
  readonly open: readonly number[];
  /** Why no hop was left to count, where none was. */
  readonly spared: readonly Spared[];
}

/** `C on flow`: by what C protects. */
export function onFlow(facts: Facts, grants: Grants, flow: Flow, control: string): FlowGrade {
  return onSteps(facts, flow, control, grants.onPath(flow, control));
}

/** `C on path`: the same where the links protect the steps that the flow does not. */
export function onPath(facts: Facts, grants: Grants, flow: Flow, control: string): FlowGrade {
  return onSteps(facts, flow, control, grants.alongPath(flow, control));
}

function onSteps(facts: Facts, flow: Flow, control: string, all: readonly Grant[]): FlowGrade {
  const protects = facts.catalogue.controls.get(control)?.protects ?? 'channel';
  if (protects === 'act') return anywhere(flow, all);
  const reasons = flow.hops.map((hop) => sparedBy(facts, flow, hop, protects));
  const counted = reasons.flatMap((reason, index) => (reason === undefined ? [index] : []));
  const found = overHops(flow, all, counted);
  const spared = counted.length > 0 ? [] : [...new Set(reasons.filter((reason) => reason !== undefined))];
  return { ...found, spared };
}

/** Why a hop does not count for the control of a channel or a message; undefined where it counts. */
export function sparedBy(facts: Facts, flow: Flow, hop: Hop, protects: Protected): Spared | undefined {
  if (facts.isTrustedHop(hop)) return 'trusted';
  if (protects === 'channel') return facts.isPersonHop(hop) ? 'person' : undefined;
  const isLast = hop.step === flow.stops.length - 2;
  const isOrder = hop.step === 0 && facts.isPerson(hop.from) && (!isLast || facts.isTrusted(hop.to));
  return isOrder || (isLast && facts.isPerson(hop.to)) ? 'person' : undefined;
}

/** What is done counts wherever on the path it stands. */
function anywhere(flow: Flow, grants: readonly Grant[]): FlowGrade {
  const isThere = (grant: Grant) => flow.hops.length === 0 || flow.hops.some((_, index) => spanCovers(flow, grant, index));
  const found = gradeOf(grants.filter(isThere));
  return { ...found, open: found.level === Level.met ? [] : flow.hops.map((_, index) => index), spared: [] };
}

/** The layers of a flow that count for a subject: of a section those that cover all hops over its link. */
export function layersOf(flow: Flow): Flow['layers'] {
  const link = linkOfSection(flow);
  if (link === undefined) return flow.layers;
  return flow.layers.filter((layer) => flow.hops.every((hop, index) => hop.link !== link || spanCovers(flow, layer, index)));
}

/** Asked from a link: the worst of the flow's hops over it; no hop is left out. */
export function onHopsOver(grants: Grants, flow: Flow, link: string, control: string): FlowGrade {
  const counted = flow.hops.flatMap((hop, index) => (hop.link === link ? [index] : []));
  return overHops(flow, grants.onPath(flow, control), counted);
}

/** A control on one hop, by the flow or by the link of the hop; no hop is left out. */
export function overHop(grants: Grants, flow: Flow, hop: number, control: string): FlowGrade {
  return overHops(flow, grants.alongPath(flow, control), [hop]);
}

function overHops(flow: Flow, grants: readonly Grant[], hops: readonly number[]): FlowGrade {
  const each = hops.map((index) => ({ index, grade: gradeOf(grants.filter((grant) => spanCovers(flow, grant, index))) }));
  const worst = worstGrade(each.map((hop) => hop.grade));
  const open = worst.level === Level.met ? [] : each.filter((hop) => hop.grade.level < Level.met).map((hop) => hop.index);
  return { ...worst, open, spared: [] };
}

/** The lowest level; of none, met. All deciding sources are kept when it is met, else those of the worst. */
export function worstGrade(grades: readonly Grade[]): Grade {
  let level: Level = Level.met;
  for (const one of grades) if (one.level < level) level = one.level;
  if (level === Level.missing) return nothing;
  const sources = grades.filter((one) => one.level === level).flatMap((one) => one.sources);
  return { level, sources: [...new Set(sources)] };
}

/** All hops of a flow that touch a component at one stop. */
function hopsAt(flow: Flow, stop: number, component: string): number[] {
  return flow.hops.flatMap((hop, index) =>
    (hop.step === stop && hop.from === component) || (hop.step === stop - 1 && hop.to === component) ? [index] : [],
  );
}

/** Decides a condition on a component. */
type Ask = (that: Extract<Across, { kind: 'relay' }>['that'], component: Component) => Kleene;

/**
 * The ways past a component at one stop, each as the hops that one span must cover: one hop in and one out. At an end of the path,
 * and where a side has no hop, it is one hop.
 */
function waysPast(flow: Flow, stop: number, component: string): number[][] {
  const at = hopsAt(flow, stop, component);
  const comes = at.filter((index) => flow.hops[index]!.step === stop - 1);
  const goes = at.filter((index) => flow.hops[index]!.step === stop);
  if (comes.length === 0 || goes.length === 0) return at.map((index) => [index]);
  return comes.flatMap((one) => goes.map((other) => [one, other]));
}

interface Passed {
  readonly ways: readonly (readonly number[])[];
  /** Whether the stop surely counts. */
  readonly sure: boolean;
}

/** The stops that one span must pass, each with its hops. */
function stopsPassed(facts: Facts, flow: Flow, what: Across, ask: Ask): Passed[] {
  return flow.stops.flatMap((stop, index) =>
    stop.flatMap((name): Passed[] => {
      const component = facts.component(name);
      if (component === undefined) return [];
      const isRelay = index > 0 && index < flow.stops.length - 1;
      const counts = what.kind === 'kind' ? (facts.is(component, what.name) ? 2 : 0) : isRelay ? ask(what.that, component) : 0;
      return counts === 0 ? [] : [{ ways: waysPast(flow, index, name), sure: counts === 2 }];
    }),
  );
}

export interface AcrossGrade {
  /** Where the stops that may count do, and where they do not. */
  readonly least: FlowGrade;
  readonly most: FlowGrade;
  /** All hops at these stops. */
  readonly passing: readonly number[];
}

/** `C across K`, `C across every relay that F`: for each way past such a stop, the best single span that covers it. */
export function across(facts: Facts, grants: Grants, flow: Flow, control: string, what: Across, ask: Ask): AcrossGrade {
  const all = grants.onPath(flow, control);
  const each = stopsPassed(facts, flow, what, ask).flatMap(({ ways, sure }) =>
    ways.map((hops) => ({ hops, sure, grade: gradeOf(all.filter((grant) => hops.every((hop) => spanCovers(flow, grant, hop)))) })),
  );
  const worst = (some: typeof each): FlowGrade => ({
    ...worstGrade(some.map((one) => one.grade)),
    open: [...new Set(some.filter((one) => one.grade.level < Level.met).flatMap((one) => one.hops))],
    spared: [],
  });
  return { least: worst(each), most: worst(each.filter(({ sure }) => sure)), passing: [...new Set(each.flatMap(({ hops }) => hops))] };
}

/** Whether a component sees data of a class: it stores it, is an end of what carries it, or relays it outside spans that encrypt. */
export function sees(facts: Facts, grants: Grants, component: Component, isOfClass: (data: string) => boolean): boolean {
  if (component.stores.some(isOfClass)) return true;
  for (const link of facts.linksAt(component.name)) {
    if (endsOfLink(link).includes(component.name) && link.carries.some(isOfClass)) return true;
  }
  for (const flow of facts.flowsAt(component.name)) {
    if (!dataOfFlow(flow).some(isOfClass)) continue;
    if (endsOfFlow(flow).includes(component.name)) return true;
    const encrypting = grants.of(flow, knownNames.encryption).filter((grant) => grant.source.state === 'met');
    for (let stop = 1; stop < flow.stops.length - 1; stop++) {
      if (!flow.stops[stop]!.includes(component.name)) continue;
      const isHidden = (way: readonly number[]) => encrypting.some((grant) => way.every((hop) => spanCovers(flow, grant, hop)));
      if (!waysPast(flow, stop, component.name).every(isHidden)) return true;
    }
  }
  return false;
}
