import { isLink } from '../generated/ast.js';
import type { Architecture, Component, Element, Link } from '../model/index.js';
import { dataOfFlow, endsOfLink, isOfKind, knownNames, lookupIn, partsIn, valueOf } from '../semantics/index.js';
import { leaveOut } from './leave-out.js';
import { removal, type Context, type Mistake, type Repair } from './mistake.js';
import { elementNodesOf } from './nodes.js';
import { isReferredTo } from './references.js';

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
        what: ['still', design.design.name],
        range: sources.rangeOf(design.design),
      };
    }
    yield* unreached(design, context);
  }
  yield* unused(context);
}

function* selfLinks(design: Architecture, context: Context): Iterable<Mistake> {
  const { uri, sources } = context;
  for (const link of partsIn(design.links, uri)) {
    for (const name of link.sources.filter((source) => link.targets.includes(source))) {
      const component = design.components.get(name);
      const count = component === undefined ? undefined : valueOf(component, knownNames.count, lookupIn(design));
      if (count?.kind === 'integer' && count.number > 1) continue;
      yield {
        code: 'link-to-itself',
        severity: 'warning',
        what: ['itself', link.name, name],
        range: sources.rangeOf(link),
        related: component === undefined ? undefined : { range: sources.rangeOf(component), is: ['component', name] },
        repairs: apart(link, name, design, context),
      };
    }
  }
}

/** The name goes from the side that has others; a link that has nothing else goes where nothing needs it. */
function apart(link: Link, name: string, design: Architecture, context: Context): Repair[] {
  const { model, document, sources } = context;
  const node = elementNodesOf(model).get(link.name)?.find(isLink);
  const side = link.targets.length > 1 ? 'targets' : link.sources.length > 1 ? 'sources' : undefined;
  if (node !== undefined && side !== undefined) return leaveOut(document, node, side, name, ['leaveOffOneSide', name]);
  const carriers = context.derived(design, 'links of steps', () => carriersIn(design));
  return carriers.has(link.name) || isReferredTo(sources.rangeOf(link), context)
    ? []
    : [removal(document, sources.sourceOf(link).extent, ['removeElement', 'link', link.name], false)];
}

function* unreached(design: Architecture, context: Context): Iterable<Mistake> {
  const { uri, document, sources } = context;
  const reached = context.derived(design, 'reached components', () => reachedIn(design));
  for (const component of partsIn(design.components, uri)) {
    if (reached.has(component.name) || mayStandAlone(component, design)) continue;
    const range = sources.rangeOf(component);
    yield {
      code: 'unreached-component',
      severity: 'warning',
      what: ['alone', component.name],
      range,
      repairs: isReferredTo(range, context)
        ? []
        : [removal(document, sources.sourceOf(component).extent, ['removeElement', 'component', component.name], false)],
    };
  }
}

function reachedIn({ links, flows }: Architecture): ReadonlySet<string> {
  return new Set([...[...links.values()].flatMap(endsOfLink), ...[...flows.values()].flatMap(({ stops }) => stops.flat())]);
}

/** The links that a step of a flow could take. */
function carriersIn({ flows }: Architecture): ReadonlySet<string> {
  return new Set([...flows.values()].flatMap(({ hops }) => hops.flatMap(({ candidates }) => candidates)));
}

/** Organisations and people need no cable, and neither does what nobody has said anything about yet. */
function mayStandAlone(component: Component, { catalogue }: Architecture): boolean {
  return [knownNames.externalParty, knownNames.person].some((kind) => isOfKind(component, kind, catalogue));
}

function* unused(context: Context): Iterable<Mistake> {
  const { uri, designs, document, sources } = context;
  const real = designs.filter((design) => !design.design.implicit);
  if (real.length === 0) return;
  const needed = real.map((design) => context.derived(design, 'used data', () => usedData(design)));
  const seen = new Set<Element>();
  for (const design of real) {
    for (const data of partsIn(design.data, uri)) {
      if (needed.some((names) => names.has(data.name)) || seen.has(data)) continue;
      seen.add(data);
      const range = sources.rangeOf(data);
      yield {
        code: 'unused-data',
        severity: 'warning',
        what: ['nowhere', data.name],
        range,
        unnecessary: true,
        repairs: isReferredTo(range, context)
          ? []
          : [removal(document, sources.sourceOf(data).extent, ['removeElement', 'data', data.name])],
      };
    }
  }
}

function usedData({ components, links, flows }: Architecture): ReadonlySet<string> {
  return new Set([
    ...[...components.values()].flatMap((component) => component.stores),
    ...[...links.values()].flatMap((link) => link.carries),
    ...[...flows.values()].flatMap(dataOfFlow),
  ]);
}
