import { AstUtils, type AstNode, type Reference } from 'langium';
import * as ast from '../generated/ast.js';
import type { Flow } from '../model/index.js';
import { excludedBy } from '../semantics/exclusive.js';
import type { SourceRange } from '../source/index.js';
import { isWeakBeside, isWithinBounds } from '../semantics/index.js';
import { rangeOfCst } from '../read/range.js';
import { phasesAround } from './clean.js';
import type { Context, Mistake } from './mistake.js';
import { areTogether } from './phases.js';
import { withoutMechanism, type Holder } from './uses.js';

/** A mechanism as one statement names it. */
interface Named {
  readonly name: string;
  readonly node: Holder;
  readonly range: SourceRange;
}

/** Mechanisms that cannot hold together, of which one element says on the same step that both do. */
export function* exclusive(context: Context): Iterable<Mistake> {
  const from = [context.catalogue, ...phasesAround(context)];
  for (const owner of [...context.model.designs, ...context.model.elements, ...context.model.definitions]) {
    // What a variant says of several elements holds of each by itself.
    if (ast.isVariant(owner)) continue;
    const flow = ast.isFlow(owner) ? flowOf(owner, context) : undefined;
    yield* context.unlessClean(owner, 'exclusive', [...from, flow], () => exclusiveIn(owner, flow, context));
  }
}

function* exclusiveIn(owner: AstNode, flow: Flow | undefined, context: Context): Iterable<Mistake> {
  const named = [...namedIn(owner, context)];
  for (const [index, later] of named.entries()) {
    for (const earlier of named.slice(0, index)) {
      const by = excludedBy(earlier.name, later.name, context.catalogue);
      if (by !== undefined && areTogether(staysOf(earlier.node), staysOf(later.node), context) && overlap(earlier.node, later.node, flow))
        yield contradiction(earlier, later, by, context);
    }
  }
}

function flowOf({ name }: ast.Flow, { designs }: Context): Flow | undefined {
  return designs.flatMap(({ flows }) => flows.get(name) ?? [])[0];
}

/** What is planned does not hold yet, and may well replace what does. */
function* namedIn(owner: AstNode, { document }: Context): Iterable<Named> {
  for (const node of AstUtils.streamAllContents(owner)) {
    if (!ast.isLayer(node) && !ast.isMechanismUse(node) && !(ast.isControlUse(node) && node.planned.length === 0)) continue;
    const references: readonly Reference[] = ast.isLayer(node) ? node.stack : node.mechanisms;
    for (const { $refText: name, $refNode } of references) yield { name, node, range: rangeOfCst(document, $refNode) };
  }
}

function contradiction(earlier: Named, later: Named, by: string, { catalogue, document }: Context): Mistake {
  const [weak, strong] = isWeakBeside(earlier.name, later.name, catalogue) ? [earlier, later] : [later, earlier];
  const isWeaker = isWeakBeside(weak.name, strong.name, catalogue) && !isWeakBeside(strong.name, weak.name, catalogue);
  return {
    code: 'contradicting-mechanisms',
    severity: 'error',
    what: ['both', earlier.name, later.name, by, isWeaker ? strong.name : undefined],
    range: weak.range,
    related: { range: strong.range, is: ['other', strong.name] },
    repairs: [weak, strong].flatMap(({ node, name }) => withoutMechanism(node, name, document)),
  };
}

/** Layers are there for as long as what they are layers of. */
function staysOf(holder: Holder): readonly ast.Stay[] {
  return ast.isLayer(holder) ? [] : holder.phases;
}

/** Whether two statements hold on one step at least; only a flow has several. */
function overlap(one: Holder, other: Holder, flow: Flow | undefined): boolean {
  if (flow === undefined || flow.hops.length === 0) return true;
  return flow.hops.some((hop) => covers(one, hop, flow) && covers(other, hop, flow));
}

function covers(holder: Holder, hop: Flow['hops'][number], flow: Flow): boolean {
  if (ast.isMechanismUse(holder)) return true;
  return isWithinBounds({ from: holder.starts[0]?.$refText, to: holder.ends[0]?.$refText }, hop, flow);
}
