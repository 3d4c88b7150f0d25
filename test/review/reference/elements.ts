import type { Architecture, Component, Condition, Data, Element, Flow, Kind, Link, Zone } from '../../../language/model/index.js';

/** One design at one date: all that any rule may read. */
export interface Scene {
  readonly architecture: Architecture;
  readonly date: string;
  /** How a condition is decided. Grants ask it of what limits a control, and conditions ask for grants: neither can import both ways. */
  readonly ask: (scene: Scene, subject: Subject, condition: Condition) => number;
  /** `false` while the limit of a control is asked for, which reads no grants (rule 25). */
  readonly grants?: boolean;
}

/** A mechanism as the member of a stack; only the relation `protocol` leads to it. */
export interface Protocol {
  readonly sort: 'protocol';
  readonly name: string;
}

/** Rule 14: a flow as a link that it runs over sees it; `over` names the link. */
export type Subject = (Element | Protocol) & { readonly over?: string };
export type Sort = Subject['sort'];

/** Strong Kleene, so that `and` is the minimum and `or` the maximum. */
export const False = 0;
export const Unknown = 1;
export const True = 2;

export function truth(holds: boolean): number {
  return holds ? True : False;
}

export function negation(value: number): number {
  return True - value;
}

export function anyOf(values: readonly number[]): number {
  return Math.max(False, ...values);
}

export function allOf(values: readonly number[]): number {
  return Math.min(True, ...values);
}

export function componentOf(scene: Scene, name: string): Component {
  return scene.architecture.components.get(name)!;
}

export function allElements(scene: Scene, sort: Sort): Subject[] {
  const { zones, components, data, links, flows, design } = scene.architecture;
  switch (sort) {
    case 'zone':
      return [...zones.values()];
    case 'component':
      return [...components.values()];
    case 'data':
      return [...data.values()];
    case 'link':
      return [...links.values()];
    case 'flow':
      return [...flows.values()];
    case 'design':
      return design.implicit ? [] : [design];
    case 'protocol':
      return once([...links.values(), ...flows.values()].flatMap(protocolsOf));
  }
}

/** Each element once, in the order in which they were met. */
export function once<S extends Subject>(subjects: readonly S[]): S[] {
  return subjects.filter((one, index) => subjects.findIndex((other) => same(one, other)) === index);
}

export function same(a: Subject, b: Subject): boolean {
  return a.sort === b.sort && a.name === b.name;
}

export function protocolsOf(subject: Link | Flow): Protocol[] {
  return once(subject.layers.flatMap((layer) => layer.stack).map((name): Protocol => ({ sort: 'protocol', name })));
}

/** The names of an element's kinds by their distance: index 0 are those that it was declared with. */
export function kindLevels(scene: Scene, element: Element): Kind[][] {
  const table = kindTable(scene, element);
  return levels(element.kinds, (name) => table.get(name));
}

export function kindTable(scene: Scene, element: Element): ReadonlyMap<string, Kind> {
  const { componentKinds, zoneKinds, dataClasses, services } = scene.architecture.catalogue;
  switch (element.sort) {
    case 'component':
      return componentKinds;
    case 'zone':
      return zoneKinds;
    case 'data':
      return dataClasses;
    case 'flow':
      return services;
    case 'link':
    case 'design':
      return new Map();
  }
}

/** Definitions by their distance from the names given, in the order in which they were written; each at its nearest only. */
export function levels<D extends { readonly name: string; readonly parents: readonly string[] }>(
  start: readonly string[],
  find: (name: string) => D | undefined,
): D[][] {
  const result: D[][] = [];
  const seen = new Set<string>();
  let names = start;
  while (names.length > 0) {
    const level: D[] = [];
    for (const name of names) {
      const definition = find(name);
      if (definition === undefined || seen.has(name)) continue;
      seen.add(name);
      level.push(definition);
    }
    if (level.length > 0) result.push(level);
    names = level.flatMap((definition) => definition.parents);
  }
  return result;
}

/** Rule 6. */
export function isA(scene: Scene, subject: Subject, kind: string): boolean {
  if (subject.sort === 'protocol') return false;
  return kindLevels(scene, subject)
    .flat()
    .some((one) => one.name === kind);
}

/** Whether a mechanism is another one or inherits from it. */
export function isMechanism(scene: Scene, name: string, wanted: string): boolean {
  const { mechanisms } = scene.architecture.catalogue;
  return levels([name], (one) => mechanisms.get(one))
    .flat()
    .some((one) => one.name === wanted);
}

/** The zone itself and those around it, from the innermost. */
export function zonesAround(scene: Scene, name: string | undefined): Zone[] {
  const result: Zone[] = [];
  let zone = name === undefined ? undefined : scene.architecture.zones.get(name);
  while (zone !== undefined && !result.includes(zone)) {
    result.push(zone);
    zone = zone.zone === undefined ? undefined : scene.architecture.zones.get(zone.zone);
  }
  return result;
}

export function isInside(scene: Scene, component: Component, zone: Zone): boolean {
  return zonesAround(scene, component.zone).some((one) => one.name === zone.name);
}

export function components(scene: Scene, names: readonly string[]): Component[] {
  return once(names.map((name) => componentOf(scene, name)));
}

export function dataNamed(scene: Scene, names: readonly string[]): Data[] {
  return once(names.map((name) => scene.architecture.data.get(name)!));
}
