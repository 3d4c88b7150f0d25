import type { Architecture, Component, Element, Link } from '../model/index.js';
import { dataOfFlow, endsOfLink, isOfKind, knownNames, lookupIn, valueOf } from '../semantics/index.js';
import { isReferredTo, leaveOut } from './leave-out.js';
import { removal, type Context, type Mistake, type Repair } from './mistake.js';

/** What nothing leads to: components without a link, data that nobody keeps or sends, designs in which nothing flows; and links to oneself. */
export function* reach(context: Context): Iterable<Mistake> {
  const { uri, sources } = context;
  for (const design of context.designs) {
    yield* selfLinks(design, context);
    // A fragment that is reviewed alone waits for a design that joins its parts.
    if (design.design.implicit) continue;
    if (design.design.file === uri && design.flows.size === 0) {
      yield {
        code: 'design-without-flow',
        severity: 'warning',
        message: `Nothing flows in design '${design.design.name}', so that hardly any requirement can be judged. Add a flow, such as the daily reading.`,
        range: sources.rangeOf(design.design),
      };
    }
    yield* unreached(design, context);
  }
  yield* unused(context);
}

function* selfLinks(design: Architecture, context: Context): Iterable<Mistake> {
  const { uri, sources } = context;
  for (const link of design.links.values()) {
    if (link.file !== uri) continue;
    for (const name of link.sources.filter((source) => link.targets.includes(source))) {
      const component = design.components.get(name);
      const count = component === undefined ? undefined : valueOf(component, knownNames.count, lookupIn(design));
      if (count?.kind === 'integer' && count.number > 1) continue;
      yield {
        code: 'link-to-itself',
        severity: 'warning',
        message: `Link '${link.name}' joins '${name}' with itself. Name the other end, or, where many of them form a mesh, say how many with 'count'.`,
        range: sources.rangeOf(link),
        related: component === undefined ? undefined : { range: sources.rangeOf(component), message: `component '${name}'` },
        repairs: apart(link, name, design, context),
      };
    }
  }
}

/** The name goes from the side that has others; a link that has nothing else goes where nothing needs it. */
function apart(link: Link, name: string, design: Architecture, context: Context): Repair[] {
  const { model, document, sources } = context;
  const node = model.elements.find((one) => one.$type === 'Link' && one.name === link.name);
  const side = link.targets.length > 1 ? 'targets' : link.sources.length > 1 ? 'sources' : undefined;
  if (node !== undefined && side !== undefined) return leaveOut(document, node, side, name, `Leave '${name}' out of one side`);
  const isUsed = [...design.flows.values()].some(({ hops }) => hops.some((hop) => hop.candidates.includes(link.name)));
  return isUsed || isReferredTo(sources.rangeOf(link), context)
    ? []
    : [removal(document, sources.sourceOf(link).extent, `Remove link '${link.name}'`, false)];
}

function* unreached(design: Architecture, context: Context): Iterable<Mistake> {
  const { uri, document, sources } = context;
  const reached = new Set<string>();
  for (const link of design.links.values()) for (const end of endsOfLink(link)) reached.add(end);
  for (const flow of design.flows.values()) for (const stop of flow.stops.flat()) reached.add(stop);
  for (const component of design.components.values()) {
    if (component.file !== uri || reached.has(component.name) || mayStandAlone(component, design)) continue;
    const range = sources.rangeOf(component);
    yield {
      code: 'unreached-component',
      severity: 'warning',
      message: `No link ends at '${component.name}'. Draw how it is reached, or remove it.`,
      range,
      repairs: isReferredTo(range, context)
        ? []
        : [removal(document, sources.sourceOf(component).extent, `Remove component '${component.name}'`, false)],
    };
  }
}

/** Organisations and people need no cable, and neither does what nobody has said anything about yet. */
function mayStandAlone(component: Component, { catalogue }: Architecture): boolean {
  return [knownNames.externalParty, knownNames.person].some((kind) => isOfKind(component, kind, catalogue));
}

function* unused(context: Context): Iterable<Mistake> {
  const { uri, designs, document, sources } = context;
  const real = designs.filter((design) => !design.design.implicit);
  if (real.length === 0) return;
  const needed = new Set(real.flatMap(usedData));
  const seen = new Set<Element>();
  for (const design of real) {
    for (const data of design.data.values()) {
      if (data.file !== uri || needed.has(data.name) || seen.has(data)) continue;
      seen.add(data);
      const range = sources.rangeOf(data);
      yield {
        code: 'unused-data',
        severity: 'warning',
        message: `Nothing stores or carries '${data.name}'. Say where it is with 'stores' or 'carries', or remove it.`,
        range,
        unnecessary: true,
        repairs: isReferredTo(range, context) ? [] : [removal(document, sources.sourceOf(data).extent, `Remove data '${data.name}'`)],
      };
    }
  }
}

function usedData(design: Architecture): string[] {
  return [
    ...[...design.components.values()].flatMap((component) => component.stores),
    ...[...design.links.values()].flatMap((link) => link.carries),
    ...[...design.flows.values()].flatMap(dataOfFlow),
  ];
}
