import type { Component, Flow } from '../language/model/index.js';
import { firstStop, grouped } from '../language/semantics/index.js';

/** The nearest devices behind something, by how many flows further back they are. */
interface Behind {
  readonly distance: number;
  readonly devices: ReadonlySet<Component>;
}

/**
 * The devices from which data come to components, by flows that carry them: those on the ways that end there, else those on the ways that end where these
 * begin, and so on. Found from the devices on for all components at once, so that a chain of flows costs what it is long and not its square. What is given
 * back answers for the components of a stop, and has no devices where none are behind them.
 */
export function devicesBehind(
  flows: readonly Flow[],
  devicesOn: (flow: Flow) => readonly Component[],
): (names: readonly string[]) => readonly Component[] {
  const leaving = grouped(flows, (flow) => new Set(firstStop(flow)));
  const known = new Map<string, Behind>();
  let reached = new Map<Flow, ReadonlySet<Component>>();
  const ranks = new Map<Component, number>();
  for (const flow of flows) {
    const devices = new Set(devicesOn(flow));
    if (devices.size > 0) reached.set(flow, devices);
    for (const device of devices) if (!ranks.has(device)) ranks.set(device, ranks.size);
  }
  const passed = new Set(reached.keys());
  for (let distance = 0; reached.size > 0; distance++) {
    const arrived = new Map<string, ReadonlySet<Component>>();
    for (const [flow, devices] of reached) {
      for (const name of new Set(flow.stops.slice(1).flat())) {
        if (!known.has(name)) arrived.set(name, joined(arrived.get(name), devices));
      }
    }
    for (const [name, devices] of arrived) known.set(name, { distance, devices });
    reached = new Map();
    for (const [name, devices] of arrived) {
      for (const flow of leaving.get(name) ?? []) if (!passed.has(flow)) reached.set(flow, joined(reached.get(flow), devices));
    }
    for (const flow of reached.keys()) passed.add(flow);
  }
  return (names) => {
    const found = names.flatMap((name) => known.get(name) ?? []);
    const nearest = Math.min(...found.map(({ distance }) => distance));
    const all = found
      .filter(({ distance }) => distance === nearest)
      .reduce<ReadonlySet<Component>>((one, { devices }) => joined(one, devices), new Set());
    return [...all].sort((one, other) => ranks.get(one)! - ranks.get(other)!);
  };
}

/** What has nothing to be joined with stays as it is: a long way shares one set. */
function joined(one: ReadonlySet<Component> | undefined, other: ReadonlySet<Component>): ReadonlySet<Component> {
  return one === undefined || one === other || one.size === 0 ? other : new Set([...one, ...other]);
}
