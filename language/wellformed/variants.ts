import { AstUtils, GrammarUtils, type AstNode, type Reference } from 'langium';
import * as ast from '../generated/ast.js';
import type { Architecture, Element } from '../model/index.js';
import { modelOf } from '../parsing/model.js';
import { written } from '../parsing/written.js';
import { nameRange, rangeOfCst, rangeOfNode } from '../read/range.js';
import { allElements } from '../semantics/index.js';
import { intoList } from '../writing/index.js';
import { capabilities } from './capabilities.js';
import { contradictions } from './contradictions.js';
import { cycles } from './cycles.js';
import { exclusive } from './exclusive.js';
import { brokenHops } from './hops.js';
import { layers } from './layers.js';
import { removal, type Check, type Context, type Mistake, type MistakeOf, type Repair } from './mistake.js';
import { phases } from './phases.js';
import { reach } from './reach.js';
import { settings } from './settings.js';
import { uses } from './uses.js';

/** What is asked of a design is asked of it with each of its variants, too. */
const asOfDesigns: readonly Check[] = [phases, settings, uses, cycles, contradictions, brokenHops, layers, exclusive, capabilities];

/** What a variant says that cannot be, and what its design can no longer be with it. */
export function* variants(context: Context): Iterable<Mistake> {
  const { model, document, shared } = context;
  const { Designs } = shared.meter;
  for (const node of model.elements.filter(ast.isVariant)) {
    if (node.designs.length === 0) {
      yield { code: 'missing-clause', severity: 'error', what: ['base', node.$type, node.name], range: nameRange(document, node) };
      continue;
    }
    for (const base of Designs.all()) {
      const own = Designs.variantsOf(base).find(({ variant }) => variant.name === node.name && variant.file === context.uri);
      if (own === undefined) continue;
      yield* clashes(node, base, context);
      yield* leftovers(node, own.architecture, context);
      yield* faults(node, base, own.architecture, context);
    }
  }
}

type Clash = MistakeOf<'variant-clash'>['what'];

/** Statements that exclude each other, or that nothing in the design answers to. */
function* clashes(node: ast.Variant, base: Architecture, context: Context): Iterable<Mistake> {
  const { document } = context;
  const clash = (what: Clash, at: AstNode | Reference, repairs: readonly Repair[] = []): Mistake => ({
    code: 'variant-clash',
    severity: 'error',
    what,
    range: '$type' in at ? rangeOfNode(document, at) : rangeOfCst(document, at.$refNode),
    repairs,
  });
  const own = new Map(allElements(base).map((element) => [element.name, element]));
  const added = new Map<string, ast.Declaration>();
  const taken = new Set<string>();
  const changed = new Set<string>();
  const leave = (item: AstNode) => [removal(document, rangeOfNode(document, item), ['leaveItOut'])];
  for (const { subjects } of node.removals) {
    for (const subject of subjects) {
      if (taken.has(subject.$refText)) yield clash(['takenTwice', subject.$refText], subject);
      taken.add(subject.$refText);
    }
  }
  for (const item of node.additions) {
    const element = written(item.element);
    if (written(element?.name) === undefined || element === undefined) continue;
    const { name } = element;
    const range = nameRange(document, element);
    if (added.has(name)) yield { code: 'variant-clash', severity: 'error', what: ['addedTwice', name], range, repairs: leave(item) };
    else if (own.has(name) && !taken.has(name)) {
      yield {
        code: 'variant-clash',
        severity: 'error',
        what: ['there', name],
        range,
        related: { range: context.sources.rangeOf(own.get(name)!), is: ['declared', name] },
      };
    }
    added.set(name, element);
  }
  for (const change of node.changes) {
    const name = written(change.subject)?.$refText ?? '';
    if (taken.has(name) && !added.has(name)) yield clash(['changedAndGone', name], change.subject);
    else if (changed.has(name)) yield clash(['changedTwice', name], change.subject);
    changed.add(name);
    const element = added.has(name) ? undefined : own.get(name);
    if (element !== undefined) {
      for (const item of change.removals) {
        for (const [what, reference] of unsaid(item, element)) yield clash(['nothing', name, what, reference.$refText], reference);
      }
    }
  }
  const costs = node.costs;
  const [first] = costs;
  for (const cost of costs) {
    if (!/^[A-Z]{3}$/.test(cost.currency)) {
      const [place] = GrammarUtils.findNodesForProperty(cost.$cstNode, 'currency');
      yield { code: 'variant-clash', severity: 'error', what: ['noCurrency', cost.currency], range: rangeOfCst(document, place) };
    } else if (first !== undefined && cost.currency !== first.currency) yield clash(['currencies', first.currency, cost.currency], cost);
    for (const subject of cost.subjects) {
      const name = subject.$refText;
      if (!added.has(name) && !changed.has(name) && !taken.has(name) && name !== '') yield clash(['untouched', name], subject);
    }
  }
}

/** What is to be left out, and does not stand there. */
function* unsaid(item: ast.BodyRemoval, element: Element): Iterable<readonly ['control' | 'uses' | 'stores' | 'value', Reference]> {
  for (const one of item.controls) if (!element.controls.some(({ control }) => control === one.$refText)) yield ['control', one];
  for (const one of item.mechanisms) if (!element.mechanisms.some(({ mechanism }) => mechanism === one.$refText)) yield ['uses', one];
  for (const one of item.data) if (element.sort !== 'component' || !element.stores.includes(one.$refText)) yield ['stores', one];
  for (const one of item.attributes) if (!element.settings.some(({ attribute }) => attribute === one.$refText)) yield ['value', one];
}

/** What the rest of the design still names. */
function* leftovers(node: ast.Variant, architecture: Architecture, { document, sources, uri }: Context): Iterable<Mistake> {
  const left = new Set(allElements(architecture).map(({ name }) => name));
  for (const item of node.removals) {
    for (const subject of item.subjects) {
      const name = subject.$refText;
      if (left.has(name)) continue;
      const end = GrammarUtils.findNodesForProperty(item.$cstNode, 'subjects').at(-1)?.end;
      for (const element of allElements(architecture)) {
        if (!namesIn(element).has(name)) continue;
        const range = sources.rangeOf(element);
        const isOwn = range.uri === uri && isWithin(range.startOffset, node);
        const repairs: Repair[] =
          isOwn || element.sort === 'design' || end === undefined
            ? []
            : [{ does: ['takeAway', element.sort, element.name], preferred: false, edits: [intoList(uri, end, element.name)] }];
        yield {
          code: 'variant-leftover',
          severity: 'error',
          what: ['still', name, element.sort, element.name],
          range: rangeOfCst(document, subject.$refNode),
          related: { range, is: ['declared', element.name] },
          repairs,
        };
      }
    }
  }
}

function namesIn(element: Element): ReadonlySet<string | undefined> {
  const spans = element.controls.flatMap(({ from, to }) => [from, to]);
  switch (element.sort) {
    case 'zone':
      return new Set([element.zone, element.runBy]);
    case 'component':
      return new Set([element.zone, element.runBy, ...element.stores]);
    case 'link':
      return new Set([...element.sources, ...element.targets, ...element.openedBy, ...element.zones, ...element.carries]);
    case 'flow': {
      const { stops, carries, returns, via } = element;
      return new Set([...stops.flat(), ...carries, ...returns, ...via, ...element.layers.flatMap(({ from, to }) => [from, to]), ...spans]);
    }
    case 'design':
      return new Set([element.runBy]);
    case 'data':
      return new Set();
  }
}

/** What is wrong with the design that the variant makes, and with the design itself is not. */
function* faults(node: ast.Variant, base: Architecture, architecture: Architecture, context: Context): Iterable<Mistake> {
  const known = new Set([...asked(base, [], new Set(), asOfDesigns, context)].map(keyOf));
  const own: AstNode[] = [...node.additions.map(({ element }) => element), ...node.changes];
  const broken = new Set(node.removals.flatMap(({ subjects }) => subjects.map(({ $refText }) => $refText)));
  for (const mistake of asked(
    architecture,
    own.filter((one) => written(one) !== undefined),
    broken,
    [...asOfDesigns, reach],
    context,
  )) {
    const { range } = mistake;
    if (range.uri === context.uri && isWithin(range.startOffset, node)) yield mistake;
    else if (!known.has(keyOf(mistake)) && !quiet.has(mistake.code) && !namesGone(mistake, broken)) {
      yield {
        code: 'variant-fault',
        severity: mistake.severity === 'error' ? 'error' : 'warning',
        what: ['with', node.name, { code: mistake.code, what: mistake.what }],
        range: nameRange(context.document, node),
        related: { range, is: ['faulty', node.name] },
      };
    }
  }
}

/** Of what a variant leaves without use, its author knows. */
const quiet: ReadonlySet<string> = new Set(['design-without-flow', 'unreached-component', 'unused-data', 'unread-statement']);

/** What is taken away and still named is told as such. */
function namesGone({ what }: Mistake, gone: ReadonlySet<string>): boolean {
  return what.flat().some((fact) => typeof fact === 'string' && gone.has(fact));
}

/** What a check finds in a change depends on what is changed, and of a statement of the design on the variant: neither is the statement's own. */
const lookedAtAgain: Context['unlessClean'] = (_statement, _check, _from, find) => find();

/** The statements of the variant stand beside those of the design that it does not take away. */
function* asked(
  design: Architecture,
  elements: readonly AstNode[],
  gone: ReadonlySet<string>,
  checks: readonly Check[],
  context: Context,
): Iterable<Mistake> {
  const { model, shared, catalogue, documentAt } = context;
  const nothing = { ...model, imports: [], designs: [], definitions: [], cites: [] };
  const generations = shared.meter.Designs.inPhases(design);
  for (const uri of new Set([...design.files, context.uri])) {
    const document = documentAt(uri);
    if (document === undefined) continue;
    const said = modelOf(document).elements.filter((one) => !ast.isVariant(one) && ('name' in one ? !gone.has(one.name) : true));
    const read = { ...nothing, elements: [...said, ...((uri === context.uri ? elements : []) as ast.Element[])] };
    const inside = { ...context, document, uri, catalogue, designs: [design], generations, model: read, unlessClean: lookedAtAgain };
    for (const check of checks) yield* check(inside);
  }
}

function keyOf({ code, range, what }: Mistake): string {
  return `${code} ${range.uri} ${range.startOffset} ${JSON.stringify(what)}`;
}

function isWithin(offset: number, node: AstNode): boolean {
  const variant = AstUtils.getContainerOfType(node, ast.isVariant);
  return variant?.$cstNode !== undefined && offset >= variant.$cstNode.offset && offset < variant.$cstNode.end;
}
