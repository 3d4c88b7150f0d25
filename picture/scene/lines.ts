import type { Link } from '../../language/model/index.js';
import { briefTitle, counting, elementLabel, plain, someOf } from '../words.js';
import type { DrawnReview } from './context.js';
import type { Places } from './places.js';
import { protectionOfHop, protectionOfLink, weakest } from './protection.js';
import { zonesThrough } from './through.js';
import type { Mark, Protection, SceneEdge, SceneNode } from './scene.js';

export interface Lines {
  /** What the lines carry on them, with all lines that meet there. */
  readonly nodes: SceneNode[];
  readonly edges: SceneEdge[];
}

interface Ends {
  readonly sources: readonly SceneNode[];
  readonly targets: readonly SceneNode[];
  readonly twoWay: boolean;
}

/** Several links between the same two boxes are one line where one of the boxes stands for several elements, or where they are many. */
const manyLinks = 4;

/** The links that are not within one box, each as a node that its lines meet in. */
export function linkLines(links: readonly Link[], places: Places, context: DrawnReview): Lines {
  const drawn = links.map((link) => ({ link, ends: endsOf(link, places) })).filter(({ ends }) => isDrawn(ends));
  const bundles = new Map<string, typeof drawn>();
  for (const one of drawn) {
    const key = bundleOf(one.ends) ?? `alone ${one.link.name}`;
    const own = bundles.get(key);
    if (own === undefined) bundles.set(key, [one]);
    else own.push(one);
  }
  const through = zonesThrough(
    drawn.map(({ link, ends }) => ({ link, nodes: nodesOf(ends) })),
    emptyZones(context),
    places,
  );
  const lines: Lines = { nodes: [], edges: [] };
  for (const bundle of bundles.values()) {
    const together = bundle.length > 1 && (bundle.length >= manyLinks || nodesOf(bundle[0]!.ends).some(({ sort }) => sort === 'group'));
    for (const part of together ? [bundle] : bundle.map((one) => [one])) {
      const all = part.map(({ link }) => link);
      const ends = { ...part[0]!.ends, twoWay: part.length > 1 ? both(part.map((one) => one.ends)) : part[0]!.ends.twoWay };
      addLine(lines, linkNode(all, ends, through.get(all[0]!.name), places, context), ends, 'link', linkProtection(all, context));
    }
  }
  return lines;
}

/** The chosen flows hop by hop; those that share a hop and its protection are one line. */
export function flowLines(places: Places, context: DrawnReview): Lines {
  const bundles = new Map<string, { from: SceneNode; to: SceneNode; protection: Protection; names: string[]; steps: string[] }>();
  for (const flow of context.flows) {
    for (const [index, hop] of flow.hops.entries()) {
      const [from, to] = [places.component(hop.from), places.component(hop.to)];
      if (from === undefined || to === undefined || from === to) continue;
      const protection = protectionOfHop(flow, index, context.control, context.evaluator);
      const key = `${from.id} ${to.id} ${protection}`;
      const bundle = bundles.get(key) ?? { from, to, protection, names: [], steps: [] };
      bundles.set(key, bundle);
      if (bundle.names.includes(flow.name)) continue;
      bundle.names.push(flow.name);
      bundle.steps.push(`${elementLabel(flow)} (${hop.step + 1})`);
    }
  }
  const lines: Lines = { nodes: [], edges: [] };
  for (const { from, to, protection, names, steps } of bundles.values()) {
    const ends = { sources: [from], targets: [to], twoWay: false };
    const node: SceneNode = {
      ...blank(ends, places),
      id: `flow:${names[0]!}/${from.id}/${to.id}/${protection}`,
      sort: 'flow',
      title: plain(someOf(steps, 3)),
      aside: context.isAside(names),
    };
    addLine(lines, node, ends, 'flow', protection);
  }
  return lines;
}

function blank(ends: Ends, places: Places): Omit<SceneNode, 'id' | 'sort' | 'title' | 'aside'> {
  const depth = nodesOf(ends).reduce((sum, one) => sum + one.depth, 0) / nodesOf(ends).length;
  return { parent: places.around(nodesOf(ends)), kind: '', icon: undefined, marks: [], badges: [], outside: false, depth, elements: [] };
}

function endsOf(link: Link, places: Places): Ends {
  const at = (names: readonly string[]) => [...new Set(names.flatMap((name) => places.component(name) ?? []))];
  return { sources: at(link.sources), targets: at(link.targets), twoWay: link.twoWay };
}

function nodesOf({ sources, targets }: Ends): SceneNode[] {
  return [...new Set([...sources, ...targets])];
}

/** A link within a box that stands for several is counted there; one from a component to itself is drawn. */
function isDrawn(ends: Ends): boolean {
  const nodes = nodesOf(ends);
  return ends.sources.length > 0 && ends.targets.length > 0 && (nodes.length > 1 || nodes[0]!.sort !== 'group');
}

function bundleOf(ends: Ends): string | undefined {
  const nodes = nodesOf(ends);
  return nodes.length === 2
    ? nodes
        .map(({ id }) => id)
        .sort()
        .join(' ')
    : undefined;
}

/** Whether some links together lead both ways. */
function both(all: readonly Ends[]): boolean {
  return all.some(({ twoWay, sources }) => twoWay || sources[0] !== all[0]!.sources[0]);
}

function linkNode(links: readonly Link[], ends: Ends, through: SceneNode | undefined, places: Places, context: DrawnReview): SceneNode {
  const names = links.map(({ name }) => name);
  const [first] = links;
  const around = blank(ends, places);
  // Where one end stands in a zone that the link names, it is drawn in there.
  const inside = first!.zones
    .flatMap((name) => places.openZone(name) ?? [])
    .find(({ id }) => nodesOf(ends).some((node) => places.isWithin(node.id, id)));
  const isDeeper = inside !== undefined && !places.isWithin(around.parent, inside.id);
  const parent = links.length > 1 ? undefined : (through?.id ?? (isDeeper ? inside.id : undefined));
  const { mechanisms } = context.architecture.catalogue;
  const media = [...new Set(links.flatMap(({ layers }) => layers.flatMap(({ stack }) => stack)))];
  return {
    ...around,
    parent: parent ?? around.parent,
    id: `link:${names[0]!}`,
    sort: 'link',
    title: links.length === 1 ? elementLabel(first!) : plain(`${counting(links.length, 'link')}: ${someOf(links.map(elementLabel), 3)}`),
    kind: plain(media.map((name) => briefTitle(mechanisms.get(name)?.title ?? name)).join(' · ')),
    marks: [...passing(links, parent, places, context), ...context.marks(names, links.length > 1)],
    badges: context.badges(names),
    aside: context.isAside(names),
    elements: names,
  };
}

/** `through Internet`: the zones that a link names and that its place does not show. */
function passing(links: readonly Link[], parent: string | undefined, places: Places, { architecture }: DrawnReview): Mark[] {
  if (links.length > 1) return [];
  const isShown = (name: string) => parent !== undefined && places.isWithin(parent, `zone:${name}`);
  const names = links[0]!.zones.filter((name) => !isShown(name)).flatMap((name) => architecture.zones.get(name) ?? []);
  return names.length === 0 ? [] : [{ sort: 'number', words: plain(`through ${someOf(names.map(elementLabel), 2)}`) }];
}

/** Zones in which nothing stands: they are on the way of links only. */
function emptyZones({ architecture }: DrawnReview): ReadonlySet<string> {
  const filled = new Set([...architecture.components.values(), ...architecture.zones.values()].map(({ zone }) => zone));
  return new Set([...architecture.zones.keys()].filter((name) => !filled.has(name)));
}

function linkProtection(links: readonly Link[], { judged, control, evaluator }: DrawnReview): Protection {
  return weakest(links.map((link) => protectionOfLink(link, judged, control, evaluator)));
}

/** From what stands nearer to the field to what stands farther from it, so that pictures of different designs read alike. */
function addLine(lines: Lines, node: SceneNode, ends: Ends, sort: 'link' | 'flow', protection: Protection): void {
  lines.nodes.push(node);
  const depthOf = (nodes: readonly SceneNode[]) => Math.min(...nodes.map(({ depth }) => depth));
  const isTurned = depthOf(ends.targets) < depthOf(ends.sources);
  const known = new Set<string>();
  const add = (from: SceneNode, to: SceneNode, heads: SceneEdge['heads']) => {
    const id = `${from.id}/${to.id}`;
    if (!known.has(id)) lines.edges.push({ id, sort, from: from.id, to: to.id, heads, protection, aside: node.aside });
    known.add(id);
  };
  for (const source of ends.sources) {
    const heads = ends.twoWay ? (['from'] as const) : [];
    if (isTurned) add(node, source, ends.twoWay ? ['to'] : []);
    else add(source, node, heads);
  }
  for (const target of ends.targets) {
    if (isTurned) add(target, node, ['from']);
    else add(node, target, ['to']);
  }
}
