import type { Architecture, Component, ControlUse, Flow, Layer, Link, MechanismUse } from '../../../language/model/index.js';
import { lineage } from '../../../language/semantics/index.js';
import type { Mutation } from '../support/mutation.js';
import { rehopped } from '../support/hops.js';

/**
 * Each two systems of one zone and one party made one that does both: it has what both have in common, and stores what either stores. Of
 * devices and people nothing is said: a meter with a hub in it sends less through other hands, and a person is no machine.
 */
export function merges(design: Architecture): Mutation[] {
  const components = [...design.components.values()].filter((one) => isSystem(one, design));
  return components.flatMap((one, at) =>
    components.slice(at + 1).flatMap((other) => {
      if (!mayMerge(one, other) || !isBareBetween(design, one.name, other.name)) return [];
      return [
        {
          what: `${one.name} and ${other.name} are one component`,
          apply: (now: Architecture) => merged(now, one.name, other.name),
          image: (element: string) => imageIn(design, element, one.name, other.name),
        },
      ];
    }),
  );
}

function isSystem({ kinds }: Component, { catalogue }: Architecture): boolean {
  const all = lineage(kinds, catalogue.componentKinds);
  return all.has('managed-system') && !all.has('forwarding-device') && !all.has('external-party');
}

/** Whether nothing is said of what joins the two: it would be gone with it. */
function isBareBetween(design: Architecture, kept: string, gone: string): boolean {
  const between = [...design.links.values(), ...design.flows.values()].filter(({ name }) => isBetween(design, name, kept, gone));
  return between.every(({ layers, controls, mechanisms }) => layers.length + controls.length + mechanisms.length === 0);
}

function mayMerge(one: Component, other: Component): boolean {
  const says = (attribute: string, { settings }: Component) => settings.find((setting) => setting.attribute === attribute)?.value;
  const agree = one.settings.every(({ attribute, value }) => JSON.stringify(says(attribute, other)) === JSON.stringify(value));
  return one.zone === other.zone && one.runBy === other.runBy && one.settings.length === other.settings.length && agree;
}

/** What is told of what joins the two, of what runs between them alone and of the step between them goes with that. */
function imageIn(design: Architecture, element: string, kept: string, gone: string): readonly string[] {
  if (element === gone) return [kept];
  const stepsBetween = design.flows.get(element)?.hops.some(({ from, to }) => [kept, gone].includes(from) && [kept, gone].includes(to));
  return stepsBetween === true || isBetween(design, element, kept, gone) ? [] : [element];
}

function isBetween({ links, flows }: Architecture, element: string, kept: string, gone: string): boolean {
  const [link, flow] = [links.get(element), flows.get(element)];
  const names = link === undefined ? flow?.stops.flat() : [...link.sources, ...link.targets];
  return names?.every((name) => name === kept || name === gone) ?? false;
}

function merged(design: Architecture, kept: string, gone: string): Architecture | undefined {
  const [one, other] = [design.components.get(kept), design.components.get(gone)];
  if (one === undefined || other === undefined || !mayMerge(one, other)) return undefined;
  const rename = (name: string) => (name === gone ? kept : name);
  const renamed = (names: readonly string[]) => [...new Set(names.map(rename))];
  const both: Component = {
    ...one,
    kinds: [...new Set([...one.kinds, ...other.kinds])],
    stores: [...new Set([...one.stores, ...other.stores])],
    controls: one.controls.filter((use) => other.controls.some((same) => keyOf(same) === keyOf(use))),
    mechanisms: one.mechanisms.filter(({ mechanism }) => other.mechanisms.some((use: MechanismUse) => use.mechanism === mechanism)),
  };
  const isKept = (name: string) => !isBetween(design, name, kept, gone);
  const party = <E extends { readonly runBy: string | undefined }>(element: E): E =>
    element.runBy === gone ? { ...element, runBy: kept } : element;
  return rehopped({
    ...design,
    design: party(design.design),
    components: new Map(
      [...design.components].filter(([name]) => name !== gone).map(([name, component]) => [name, party(name === kept ? both : component)]),
    ),
    zones: new Map([...design.zones].map(([name, zone]) => [name, party(zone)])),
    links: new Map(
      [...design.links]
        .filter(([name]) => isKept(name))
        .map(([name, link]): [string, Link] => [
          name,
          { ...link, sources: renamed(link.sources), targets: renamed(link.targets), openedBy: renamed(link.openedBy) },
        ]),
    ),
    flows: new Map([...design.flows].filter(([name]) => isKept(name)).map(([name, flow]) => [name, along(flow, rename)])),
    decisions: [],
  });
}

function along(flow: Flow, rename: (name: string) => string): Flow {
  const to = (name: string | undefined) => name && rename(name);
  const bounded = <S extends Layer | ControlUse>(span: S): S => ({ ...span, from: to(span.from), to: to(span.to) });
  const stops = flow.stops.map((stop) => [...new Set(stop.map(rename))]);
  return {
    ...flow,
    stops: stops.filter((stop, at) => at === 0 || stop.join() !== stops[at - 1]!.join()),
    // Links that ran to either now run side by side: the flow keeps those that it took.
    via: [...new Set([...flow.via, ...flow.hops.flatMap(({ link }) => link ?? [])])],
    layers: flow.layers.map(bounded),
    controls: flow.controls.map(bounded),
  };
}

const keyOf = ({ control, mechanisms, planned, due }: ControlUse) => [control, ...mechanisms, planned, due].join();
