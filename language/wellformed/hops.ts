import { GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import type { Architecture, Flow, Hop, Link } from '../model/index.js';
import type { SourceRange } from '../source/index.js';
import { modelOf } from '../parsing/model.js';
import { rangeOfCst } from '../read/range.js';
import { linksByEnd, carriesFrom, oncePer, partsIn } from '../semantics/index.js';
import { intoHead, intoList } from '../writing/index.js';
import { lineBefore, replacement, type Context, type Mistake, type Repair } from './mistake.js';
import { leaveOut } from './leave-out.js';
import { elementNodesOf } from './nodes.js';
import { freeElementName } from './free-name.js';

/** Steps of flows that no link, or more than one, can carry; and `via` that chooses nothing. */
export function* brokenHops(context: Context): Iterable<Mistake> {
  const nodes = elementNodesOf(context.model);
  for (const design of context.generations) {
    for (const flow of partsIn(design.flows, context.uri)) {
      const node = nodes.get(flow.name)?.find(ast.isFlow);
      if (node === undefined) continue;
      for (const hop of flow.hops) yield* hopMistakes(hop, flow, node, design, context);
      yield* idleVia(flow, node, design, context);
    }
  }
}

function* hopMistakes(hop: Hop, flow: Flow, node: ast.Flow, design: Architecture, context: Context): Iterable<Mistake> {
  if (hop.link !== undefined || !design.components.has(hop.from) || !design.components.has(hop.to)) return;
  const range = rangeOfHop(hop, node, context) ?? context.sources.rangeOf(flow);
  if (hop.candidates.length > 1) {
    yield {
      code: 'ambiguous-hop',
      severity: 'error',
      what: ['several', flow.name, hop.candidates, hop.from, hop.to],
      range,
      repairs: hop.candidates.map((link, index) => viaRepair(flow, node, link, index === 0, context)),
    };
    return;
  }
  const wrongWay = context
    .derived(design, 'links by end', () => linksByEnd(design.links.values()))
    .get(hop.to)
    ?.find((link) => carriesFrom(link, hop.to, hop.from));
  if (wrongWay !== undefined) {
    yield {
      code: 'hop-against-direction',
      severity: 'error',
      what: ['wrongWay', flow.name, wrongWay.name, hop.from, hop.to],
      range,
      related: { range: context.sources.rangeOf(wrongWay), is: ['link', wrongWay.name] },
      repairs: [...bothWays(wrongWay, context), newLink(hop, flow, design, context, { preferred: false, twoWay: flow.returns.length > 0 })],
    };
    return;
  }
  const twoWay = flow.returns.length > 0 || isPassed(hop.to, hop.from, [design]);
  yield {
    code: 'hop-without-link',
    severity: 'error',
    what: ['none', flow.name, hop.from, hop.to],
    range,
    repairs: [newLink(hop, flow, design, context, { preferred: true, twoWay })],
  };
}

/** The name of the stop that the hop leads to. */
function rangeOfHop(hop: Hop, node: ast.Flow, { document }: Context): SourceRange | undefined {
  const stops = node.path.filter((stop) => stop.components.length > 0);
  const reference = stops[hop.step + 1]?.components.find((component) => component.$refText === hop.to);
  return reference?.$refNode === undefined ? undefined : rangeOfCst(document, reference.$refNode);
}

function viaRepair(flow: Flow, node: ast.Flow, link: string, preferred: boolean, { document, sources }: Context): Repair {
  const last = GrammarUtils.findNodesForProperty(node.$cstNode, 'links').at(-1);
  const edit = last === undefined ? intoHead(sources.sourceOf(flow), `via ${link}`) : intoList(document.uri.toString(), last.end, link);
  return { does: ['goVia', link], preferred, edits: [edit] };
}

function* bothWays(link: Link, { documentAt }: Context): Iterable<Repair> {
  const document = documentAt(link.file);
  if (document === undefined) return;
  const node = elementNodesOf(modelOf(document)).get(link.name)?.find(ast.isLink);
  const arrow = GrammarUtils.findNodeForProperty(node?.$cstNode, 'direction');
  if (arrow !== undefined) yield replacement(rangeOfCst(document, arrow), '<->', ['goBothWays', link.name], true);
}

/** Whether a flow passes from one component to another: a link that goes only the other way would be against its direction. */
export function isPassed(from: string, to: string, designs: readonly Architecture[]): boolean {
  return designs.some((design) => passesIn(design).get(from)?.has(to) ?? false);
}

/** Where flows pass to from each component in one step. */
const passesIn = oncePer(({ flows }: Architecture): ReadonlyMap<string, ReadonlySet<string>> => {
  const passes = new Map<string, Set<string>>();
  for (const { hops } of flows.values()) {
    for (const { from, to } of hops) passes.set(from, (passes.get(from) ?? new Set()).add(to));
  }
  return passes;
});

function newLink(
  hop: Hop,
  flow: Flow,
  design: Architecture,
  { document, sources }: Context,
  { preferred, twoWay }: { preferred: boolean; twoWay: boolean },
): Repair {
  const name = freeElementName(`${hop.from}-${hop.to}`, [design]);
  const arrow = twoWay ? '<->' : '->';
  const line = `link ${name}: ${hop.from} ${arrow} ${hop.to}`;
  return lineBefore(document, sources.sourceOf(flow).extent.startOffset, [line], ['drawLink', hop.from, hop.to], preferred);
}

/** A link that is passed in another phase has its effect there. */
function* idleVia(flow: Flow, node: ast.Flow, { design }: Architecture, { document, generations }: Context): Iterable<Mistake> {
  const own = generations.filter((one) => one.design.name === design.name && one.design.file === design.file);
  const used = new Set(own.flatMap(({ flows }) => flows.get(flow.name)?.hops ?? []).map((hop) => hop.link));
  for (const reference of node.links) {
    if (used.has(reference.$refText) || reference.ref === undefined) continue;
    yield {
      code: 'via-without-effect',
      severity: 'warning',
      what: ['notPassed', flow.name, reference.$refText],
      range: rangeOfCst(document, reference.$refNode),
      repairs: leaveOut(document, node, 'links', reference.$refText, ['leaveOutOf', reference.$refText, 'via'], true),
    };
  }
}
