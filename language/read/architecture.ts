import type { Architecture, Component, Data, Decision, Flow, Hop, Link, Phase, Zone } from '../model/architecture.js';
import type { Catalogue } from '../model/catalogue.js';
import { linksByEnd, readHops } from '../semantics/hops.js';
import type { WrittenFlow } from './elements.js';
import type { FileReading } from './file.js';
import { haveSameData } from './kept.js';

/** A file of a design, and whether its decisions count. */
export interface DesignFile {
  readonly uri: string;
  readonly reading: FileReading;
  readonly mayDecide: boolean;
}

/**
 * Puts one design together from its own file, which comes first, and all files it imports. Of a name declared twice, the first counts. The
 * decisions of a file that may hold none are kept apart: they do not count. `before` is the same design as it was, and what it comes to
 * where nothing of it changed. `flowFrom` is told which flow of a design stands for which flow of a file.
 */
export function assembleArchitecture(
  files: readonly DesignFile[],
  catalogue: Catalogue,
  before: Architecture | undefined,
  flowFrom: (flow: Flow, written: WrittenFlow) => void,
): Architecture {
  const zones = new Map<string, Zone>();
  const components = new Map<string, Component>();
  const data = new Map<string, Data>();
  const links = new Map<string, Link>();
  const written = new Map<string, WrittenFlow>();
  const unfinished = new Set<string>();
  // An element with the name of the design is a validation error; leaving it out would hide what is wrong with it.
  const taken = new Set<string>();
  for (const { reading } of files) {
    for (const element of reading.elements) {
      const { name } = element;
      if (taken.has(name)) continue;
      taken.add(name);
      if (reading.unfinished.has(name)) unfinished.add(name);
      if (element.sort === 'zone') zones.set(name, element);
      else if (element.sort === 'component') components.set(name, element);
      else if (element.sort === 'data') data.set(name, element);
      else if (element.sort === 'link') links.set(name, element);
      else written.set(name, element);
    }
  }
  const byEnd = linksByEnd(links.values());
  const isFinished = (name: string) => !unfinished.has(name);
  const flows = new Map<string, Flow>();
  for (const [name, flow] of written) {
    const whole = withHops(flow, readHops(flow.stops, flow.via, byEnd, isFinished), before?.flows.get(name));
    flowFrom(whole, flow);
    flows.set(name, whole);
  }
  const decisionsOf = (decides: boolean): Decision[] =>
    files.flatMap(({ reading, mayDecide }) => (mayDecide === decides ? reading.decisions : []));
  const design = files[0]!.reading.design;
  const order = [...new Set(files.flatMap(({ reading }, index) => (index === 0 ? reading.order : namesIn(reading))))];
  const phases = files.flatMap(({ reading }) => reading.phases);
  const now: Architecture = {
    catalogue,
    design,
    zones: sameTable(before?.zones, zones),
    components: sameTable(before?.components, components),
    data: sameTable(before?.data, data),
    links: sameTable(before?.links, links),
    flows: sameTable(before?.flows, flows),
    decisions: sameList(before?.decisions, decisionsOf(true)),
    refused: sameList(before?.refused, decisionsOf(false)),
    phases: sameList(before?.phases, inOrder(phases)),
    files: sameList(
      before?.files,
      // What a variant adds may stand in a file of its design.
      [...new Set(files.map(({ uri }) => uri))],
    ),
    order: sameList(before?.order, order),
  };
  return keptWhole(before, now);
}

/** Whether files come to the same design, in one catalogue. */
export function haveSameReadings(some: readonly DesignFile[], others: readonly DesignFile[]): boolean {
  const isSame = (one: DesignFile, other: DesignFile) =>
    one.uri === other.uri && one.reading === other.reading && one.mayDecide === other.mayDecide;
  return some.length === others.length && some.every((one, index) => isSame(one, others[index]!));
}

/** By their days. Of two with one name the first counts. */
function inOrder(phases: readonly Phase[]): readonly Phase[] {
  const firsts = phases.filter(({ name }, index) => phases.findIndex((one) => one.name === name) === index);
  return firsts.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

/** The design of before where all of it is as it was. */
export function keptWhole(before: Architecture | undefined, now: Architecture): Architecture {
  const isSame = before !== undefined && (Object.keys(now) as (keyof Architecture)[]).every((part) => now[part] === before[part]);
  return isSame ? before : now;
}

/** Of an imported file; the design that it may declare itself is none of this one. */
function namesIn({ elements, design, order }: FileReading): readonly string[] {
  return design.implicit || elements.some(({ name }) => name === design.name) ? order : order.filter((name) => name !== design.name);
}

/** A flow with its steps; the one of before where both are as they were. */
function withHops(flow: WrittenFlow, hops: readonly Hop[], before: Flow | undefined): Flow {
  const whole: Flow = { ...flow, hops };
  if (before === undefined) return whole;
  const isSame = (Object.keys(whole) as (keyof Flow)[]).every((part) => part === 'hops' || whole[part] === before[part]);
  return isSame && haveSameData(hops, before.hops) ? before : whole;
}

export function sameTable<T>(before: ReadonlyMap<string, T> | undefined, now: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  if (before?.size !== now.size) return now;
  const old = before.entries();
  for (const [name, one] of now) {
    const [oldName, other] = old.next().value!;
    if (name !== oldName || one !== other) return now;
  }
  return before;
}

export function sameList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before?.length === now.length && now.every((one, index) => one === before[index]) ? before : now;
}
