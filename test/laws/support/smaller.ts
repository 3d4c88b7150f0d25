import type { Architecture } from '../../../language/model/index.js';
import { declarationsOf } from '../../../review/index.js';
import { rehopped } from './hops.js';

/** So many smaller designs are tried for one counterexample. */
const mostTries = 500;

/** A design with as little in it as still shows something. */
export function smallest(design: Architecture, shows: (smaller: Architecture) => boolean): Architecture {
  let tries = 0;
  let current = design;
  for (let before: Architecture | undefined; before !== current;) {
    before = current;
    for (const reduce of reductions(current)) {
      const next = reduce(current);
      if (next === undefined) continue;
      if (tries++ >= mostTries) return current;
      if (shows(next)) current = next;
    }
  }
  return current;
}

type Reduction = (design: Architecture) => Architecture | undefined;

/** Ways to make a design smaller, the larger steps first; each finds what it takes away by name. */
function reductions(design: Architecture): Reduction[] {
  const names = (table: ReadonlyMap<string, unknown>) => [...table.keys()].reverse();
  return [
    (one) => (one.decisions.length > 0 ? { ...one, decisions: [] } : undefined),
    ...names(design.flows).map(
      (name): Reduction =>
        (one) =>
          one.flows.has(name) ? { ...one, flows: leftOut(one.flows, name) } : undefined,
    ),
    ...names(design.components).map(
      (name): Reduction =>
        (one) =>
          withoutComponent(one, name),
    ),
    ...names(design.links).map(
      (name): Reduction =>
        (one) =>
          withoutLink(one, name),
    ),
    ...names(design.data).map(
      (name): Reduction =>
        (one) =>
          withoutData(one, name),
    ),
    ...names(design.zones).map(
      (name): Reduction =>
        (one) =>
          withoutZone(one, name),
    ),
    (one) => withoutDeclarations(one),
    ...declarationsOf(design).map(
      ({ sort, name, owner, control }): Reduction =>
        (one) =>
          declarationsOf(one)
            .find((other) => other.sort === sort && other.name === name && other.owner === owner && other.control === control)
            ?.without(),
    ),
  ];
}

/** All that the kinds and the design itself say. */
function withoutDeclarations(design: Architecture): Architecture | undefined {
  const { controls, mechanisms, settings } = design.design;
  if (controls.length + mechanisms.length + settings.length === 0) return undefined;
  return { ...design, design: { ...design.design, controls: [], mechanisms: [], settings: [] } };
}

function withoutComponent(design: Architecture, name: string): Architecture | undefined {
  const { components, links, flows, zones } = design;
  if (!components.has(name)) return undefined;
  const isFree = (ends: readonly string[]) => !ends.includes(name);
  const less = {
    ...design,
    design: design.design.runBy === name ? { ...design.design, runBy: undefined } : design.design,
    components: mapped(leftOut(components, name), (one) => (one.runBy === name ? { ...one, runBy: undefined } : one)),
    zones: mapped(zones, (one) => (one.runBy === name ? { ...one, runBy: undefined } : one)),
    links: new Map([...links].filter(([, { sources, targets, openedBy }]) => isFree([...sources, ...targets, ...openedBy]))),
    flows: new Map([...flows].filter(([, { stops }]) => isFree(stops.flat()))),
  };
  return rehopped(less);
}

function withoutLink(design: Architecture, name: string): Architecture | undefined {
  if (!design.links.has(name)) return undefined;
  const flows = mapped(design.flows, (flow) => ({ ...flow, via: flow.via.filter((one) => one !== name) }));
  return rehopped({ ...design, links: leftOut(design.links, name), flows });
}

function withoutData(design: Architecture, name: string): Architecture | undefined {
  if (!design.data.has(name)) return undefined;
  const rest = (list: readonly string[]) => list.filter((one) => one !== name);
  return {
    ...design,
    data: leftOut(design.data, name),
    components: mapped(design.components, (one) => ({ ...one, stores: rest(one.stores) })),
    links: mapped(design.links, (one) => ({ ...one, carries: rest(one.carries) })),
    flows: mapped(design.flows, (one) => ({ ...one, carries: rest(one.carries), returns: rest(one.returns) })),
  };
}

function withoutZone(design: Architecture, name: string): Architecture | undefined {
  const zone = design.zones.get(name);
  if (zone === undefined) return undefined;
  const outer = <E extends { readonly zone: string | undefined }>(one: E): E => (one.zone === name ? { ...one, zone: zone.zone } : one);
  return {
    ...design,
    zones: mapped(leftOut(design.zones, name), outer),
    components: mapped(design.components, outer),
    links: mapped(design.links, (one) => ({ ...one, zones: one.zones.filter((other) => other !== name) })),
  };
}

function leftOut<V>(table: ReadonlyMap<string, V>, name: string): Map<string, V> {
  return new Map([...table].filter(([key]) => key !== name));
}

function mapped<V>(table: ReadonlyMap<string, V>, change: (value: V) => V): Map<string, V> {
  return new Map([...table].map(([name, value]) => [name, change(value)]));
}
