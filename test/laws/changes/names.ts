import type { Architecture, Component, ControlUse, Decision, ElementBase, Flow, Layer, Link, Zone } from '../../../language/model/index.js';
import { rehopped } from '../support/hops.js';

/** The design under other names, everywhere where a name is said. */
export function renamed(design: Architecture, name: (old: string) => string): Architecture {
  const names = (list: readonly string[]) => list.map(name);
  const maybe = (one: string | undefined) => one && name(one);
  const span = <S extends Layer | ControlUse>(one: S): S => ({ ...one, from: maybe(one.from), to: maybe(one.to) });
  const table = <E extends ElementBase>(elements: ReadonlyMap<string, E>, change: (element: E) => E): ReadonlyMap<string, E> =>
    new Map(
      [...elements.values()].map((one) => [name(one.name), { ...change(one), name: name(one.name), controls: one.controls.map(span) }]),
    );
  return rehopped({
    ...design,
    design: { ...design.design, name: name(design.design.name), runBy: maybe(design.design.runBy) },
    zones: table(design.zones, (one): Zone => ({ ...one, zone: maybe(one.zone), runBy: maybe(one.runBy) })),
    components: table(design.components, (one): Component => ({
      ...one,
      zone: maybe(one.zone),
      runBy: maybe(one.runBy),
      stores: names(one.stores),
    })),
    data: table(design.data, (one) => one),
    links: table(design.links, (one): Link => ({
      ...one,
      sources: names(one.sources),
      targets: names(one.targets),
      zones: names(one.zones),
      carries: names(one.carries),
      openedBy: names(one.openedBy),
    })),
    flows: table(design.flows, (one): Flow => ({
      ...one,
      stops: one.stops.map(names),
      carries: names(one.carries),
      returns: names(one.returns),
      layers: one.layers.map(span),
      via: names(one.via),
    })),
    decisions: design.decisions.map((one): Decision => ({
      ...one,
      targets: one.targets.map((target) => (target.reach === 'every' ? target : { ...target, name: names([target.name])[0]! })),
    })),
  });
}
