import { AstUtils } from 'langium';
import * as ast from '../generated/ast.js';
import type { Architecture, Flow, Phase, Stay } from '../model/index.js';
import { readStay } from '../read/body.js';
import { nameRange, rangeOfNode } from '../read/range.js';
import { isThereIn, partsIn, phasePlaces, zoneAround } from '../semantics/index.js';
import type { ModelPart, SourceMap } from '../source/index.js';
import { intoHead } from '../writing/index.js';
import { removal, type Context, type Mistake, type MistakeOf, type Repair } from './mistake.js';
import type { Nearby } from './words/index.js';

/** Phases that begin in another order than they stand in, and what can be there in none of them or only without what it needs. */
export function* phases(context: Context): Iterable<Mistake> {
  yield* days(context);
  yield* misplaced(context);
  for (const design of context.designs) {
    if (design.phases.length === 0) continue;
    yield* neverThere(design, context);
    yield* absentStops(design, context);
    yield* absentParties(design, context);
    yield* absentZones(design, context);
  }
}

/** Whether two parts of a body are there together on any day. */
export function areTogether(one: readonly ast.Stay[], other: readonly ast.Stay[], { designs }: Context): boolean {
  if (one.length + other.length === 0) return true;
  const [left, right] = [readStay(one), readStay(other)];
  const among = designs.filter((design) => design.phases.length > 0);
  return (
    among.length === 0 ||
    among.some((design) =>
      phasePlaces(design.phases).some((at) => isThereIn(left, at, design.phases) && isThereIn(right, at, design.phases)),
    )
  );
}

function* days({ model, document }: Context): Iterable<Mistake> {
  let before: ast.Phase | undefined;
  for (const phase of model.elements.filter(ast.isPhase)) {
    const range = nameRange(document, phase);
    const [day] = phase.days;
    if (day === undefined) {
      yield { code: 'missing-clause', severity: 'error', what: ['day', phase.$type, phase.name], range };
      continue;
    }
    const [earlier] = before?.days ?? [];
    if (before !== undefined && earlier !== undefined && day <= earlier) {
      yield {
        code: 'phase-order',
        severity: 'error',
        what: [day === earlier ? 'sameDay' : 'earlier', phase.name, before.name, earlier],
        range,
        related: { range: nameRange(document, before), is: ['phase', before.name] },
      };
    }
    before = phase;
  }
}

/** A definition is made for any design, which has phases of its own. */
function* misplaced({ model, document }: Context): Iterable<Mistake> {
  for (const definition of model.definitions) {
    for (const node of AstUtils.streamAllContents(definition).filter(ast.isStay)) {
      const range = rangeOfNode(document, node);
      const repairs = [removal(document, range, ['leaveItOut'])];
      yield { code: 'misplaced-clause', severity: 'error', what: ['phases'], range, repairs };
    }
  }
}

function* neverThere(design: Architecture, { model, document }: Context): Iterable<Mistake> {
  for (const owner of [...model.designs, ...model.elements]) {
    for (const node of [owner, ...AstUtils.streamAllContents(owner)]) {
      const clauses = 'phases' in node ? (node.phases as readonly ast.Stay[]) : [];
      const last = clauses.at(-1);
      const read = readStay(clauses);
      if (last === undefined || read.stay === undefined || areUnknown(read.stay, design.phases)) continue;
      if (phasePlaces(design.phases).some((place) => isThereIn(read, place, design.phases))) continue;
      const repairs = clauses.map((one) => removal(document, rangeOfNode(document, one), ['leaveOut', one.$cstNode?.text ?? ''], false));
      yield { code: 'never-there', severity: 'error', what: ['noPhase'], range: rangeOfNode(document, last), repairs };
    }
  }
}

/** What names no phase is told as such. */
function areUnknown({ only, since, until }: Stay, phases: readonly Phase[]): boolean {
  return ![...only, since, until].some((name) => phases.some((phase) => phase.name === name));
}

function* absentStops(design: Architecture, context: Context): Iterable<Mistake> {
  const { components, phases: all } = design;
  for (const flow of partsIn(design.flows, context.uri)) {
    const isWhole = (place: number) => flow.stops.every((stop) => stop.some((name) => isThereAt(name, place, design)));
    const places = phasePlaces(all).filter((place) => isThereIn(flow, place, all));
    const [place] = places.filter((one) => !isWhole(one));
    if (place === undefined) continue;
    const stop = flow.stops.find((one) => !one.some((name) => isThereAt(name, place, design)))!;
    const [name] = stop;
    const component = components.get(name!)!;
    yield {
      ...apart(
        ['stop', flow.name, stop, all[place]?.name],
        flow,
        { needed: component, is: ['component', component.name] },
        context.sources,
      ),
      repairs: flow.stay === undefined ? staying(flow, places.filter(isWhole), all, context) : [],
    };
  }
}

/** What is not declared is told as such. */
function isThereAt(name: string, place: number, { components, phases: all }: Architecture): boolean {
  const component = components.get(name);
  return component === undefined || isThereIn(component, place, all);
}

/** The flow is there for as long as its stops are: where these are phases that follow each other, from the first or up to the last of them. */
function staying(flow: Flow, places: readonly number[], all: readonly Phase[], { sources }: Context): Repair[] {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || places.length !== last - first + 1) return [];
  const since = first < 0 ? [] : [`since phase ${all[first]!.name}`];
  const until = last < 0 || last === all.length - 1 ? [] : [`until phase ${all[last]!.name}`];
  const clause = [...since, ...until].join(' ');
  return clause === '' ? [] : [{ does: ['write', clause], preferred: true, edits: [intoHead(sources.sourceOf(flow), clause)] }];
}

function* absentParties(design: Architecture, { uri, sources }: Context): Iterable<Mistake> {
  const { components, zones, phases: all } = design;
  const run = [...partsIn(zones, uri), ...partsIn(components, uri), ...(design.design.file === uri ? [design.design] : [])];
  for (const one of run) {
    const party = components.get(one.runBy ?? '');
    const isThere = (place: number) => one.sort !== 'component' || isThereIn(one, place, all);
    const place = phasePlaces(all).find((at) => party !== undefined && isThere(at) && !isThereIn(party, at, all));
    if (party === undefined || place === undefined) continue;
    yield apart(['runner', one.name, party.name, all[place]?.name], one, { needed: party, is: ['component', party.name] }, sources);
  }
}

/** In a zone that is not there, what stands in it stands in the one around it: there has to be one. */
function* absentZones(design: Architecture, { uri, sources }: Context): Iterable<Mistake> {
  const { zones, phases: all } = design;
  for (const one of partsIn(design.components, uri)) {
    const zone = zones.get(one.zone ?? '');
    if (zone === undefined) continue;
    const place = phasePlaces(all).find(
      (at) => isThereIn(one, at, all) && zoneAround(zone.name, zones, (part) => isThereIn(part, at, all)) === undefined,
    );
    if (place === undefined) continue;
    yield apart(['zone', one.name, zone.name, all[place]?.name], one, { needed: zone, is: ['declared', zone.name] }, sources);
  }
}

/** Something is there in a phase in which what it needs is not. */
function apart(
  what: MistakeOf<'absent-in-phase'>['what'],
  one: ModelPart,
  { needed, is }: { readonly needed: ModelPart; readonly is: Nearby },
  sources: SourceMap,
): Mistake {
  const related = { range: sources.rangeOf(needed), is };
  return { code: 'absent-in-phase', severity: 'error', what, range: sources.rangeOf(one), related };
}
