import { allElements } from '../../language/semantics/index.js';
import type {
  Architecture,
  Catalogue,
  Component,
  Decision,
  Design,
  Element,
  ElementBase,
  Flow,
  Layer,
  Link,
} from '../../language/model/index.js';
import { redactControlUse, redactMechanismUse, redactSetting } from './catalogue.js';
import type { Names } from './names.js';

/** Names of elements, whatever place they have. */
type Renaming = (name: string) => string;

/** How the elements of one design are called. */
export function elementNames(architecture: Architecture, names: Names): Renaming {
  const sortOf = new Map(allElements(architecture).map(({ name, sort }) => [name, sort]));
  return (name) => names.element(sortOf.get(name) ?? 'element', name);
}

/** The design with everything replaced that its author wrote, but for kinds and values that the built-in catalogue has words for. */
export function redactArchitecture(architecture: Architecture, catalogue: Catalogue, names: Names): Architecture {
  const { design, zones, components, data, links, flows, decisions, refused, files, order } = architecture;
  const element = elementNames(architecture, names);
  const maybe = (name: string | undefined) => (name === undefined ? undefined : element(name));
  const table = <E extends Element>(elements: ReadonlyMap<string, E>, own: (one: E) => Omit<E, keyof ElementBase>) =>
    new Map(
      [...elements.values()].map((one): [string, E] => [
        element(one.name),
        names.copy({ ...base(one, names, element), ...own(one) } as E, one),
      ]),
    );
  const decision = (one: Decision) => redactDecision(one, names, element);
  return {
    catalogue,
    design: names.copy<Design>(
      {
        ...base(design, names, element),
        name: names.element('design', design.name),
        sort: 'design',
        version: design.version === undefined ? undefined : names.text(design.version),
        owner: design.owner === undefined ? undefined : names.party(design.owner),
        runBy: maybe(design.runBy),
        profiles: design.profiles.map(names.defined),
        implicit: design.implicit,
      },
      design,
    ),
    zones: table(zones, ({ sort, zone, runBy }) => ({ sort, zone: maybe(zone), runBy: maybe(runBy) })),
    components: table(components, ({ sort, zone, runBy, stores }): Omit<Component, keyof ElementBase> => ({
      sort,
      zone: maybe(zone),
      runBy: maybe(runBy),
      stores: stores.map(element),
    })),
    data: table(data, ({ sort }) => ({ sort })),
    links: table(links, (link) => redactLink(link, names, element)),
    flows: table(flows, (flow) => redactFlow(flow, names, element)),
    decisions: decisions.map(decision),
    refused: refused.map(decision),
    // What is reviewed is the design of one day: phases are over with that.
    phases: [],
    files: files.map(names.file),
    order: order.map(element),
  };
}

function base(one: Element, names: Names, element: Renaming): ElementBase {
  return {
    name: element(one.name),
    title: undefined,
    documentation: undefined,
    file: names.file(one.file),
    kinds: one.kinds.map(names.defined),
    settings: one.settings.map((setting) => redactSetting(setting, names)),
    controls: one.controls.map((use) => redactControlUse(use, names, element)),
    mechanisms: one.mechanisms.map((use) => redactMechanismUse(use, names)),
    notes: [],
  };
}

function redactLink(link: Link, names: Names, element: Renaming): Omit<Link, keyof ElementBase> {
  const { sort, sources, targets, twoWay, zones, layers, carries, openedBy } = link;
  return {
    sort,
    sources: sources.map(element),
    targets: targets.map(element),
    twoWay,
    zones: zones.map(element),
    layers: layers.map((layer) => redactLayer(layer, names, element)),
    carries: carries.map(element),
    openedBy: openedBy.map(element),
  };
}

function redactFlow(flow: Flow, names: Names, element: Renaming): Omit<Flow, keyof ElementBase> {
  const { sort, stops, carries, returns, layers, via, hops } = flow;
  return {
    sort,
    stops: stops.map((stop) => stop.map(element)),
    carries: carries.map(element),
    returns: returns.map(element),
    layers: layers.map((layer) => redactLayer(layer, names, element)),
    via: via.map(element),
    hops: hops.map(({ from, to, link, candidates, step }) => ({
      from: element(from),
      to: element(to),
      link: link === undefined ? undefined : element(link),
      candidates: candidates.map(element),
      step,
    })),
  };
}

function redactLayer(layer: Layer, names: Names, element: Renaming): Layer {
  const { stack, from, to } = layer;
  const redacted: Layer = {
    stack: stack.map(names.defined),
    from: from === undefined ? undefined : element(from),
    to: to === undefined ? undefined : element(to),
  };
  return names.copy(redacted, layer);
}

function redactDecision(decision: Decision, names: Names, element: Renaming): Decision {
  const { verb, requirements, targets, until, because, by, file } = decision;
  const redacted: Decision = {
    verb,
    requirements: requirements.map(names.defined),
    targets: targets.map(({ reach, name }) => ({ reach, name: reach === 'every' ? names.defined(name) : element(name) })),
    until,
    because: because === undefined ? undefined : names.text(because),
    by: by === undefined ? undefined : names.party(by),
    file: names.file(file),
  };
  return names.copy(redacted, decision);
}
