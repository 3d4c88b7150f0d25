import { AstUtils, type AstNode, type Reference } from 'langium';
import * as ast from '../generated/ast.js';
import { written } from '../parsing/written.js';
import type { ElementSort } from '../model/index.js';
import { grantsOfMechanism, mayStand, providersOf } from '../semantics/index.js';
import { rangeBetween, rangeOfNode, rangeOfCst } from '../read/range.js';
import { blankEvidence } from './blank-evidence.js';
import { leaveOut } from './leave-out.js';
import { removal, replacement, type Context, type Mistake, type MistakeOf, type Repair } from './mistake.js';

/** The place that a body or a stack belongs to; kinds stand for the elements that they are kinds of. */
export function sortOfOwner(node: AstNode): ElementSort | undefined {
  switch (node.$type) {
    case 'Design':
      return 'design';
    case 'Zone':
    case 'ZoneKind':
      return 'zone';
    case 'Component':
    case 'ComponentKind':
      return 'component';
    case 'Data':
    case 'DataClass':
      return 'data';
    case 'Link':
      return 'link';
    case 'Flow':
    case 'Service':
      return 'flow';
    case 'Change':
      return sortOfSubject(node as ast.Change);
    default:
      return undefined;
  }
}

/** Of what a variant changes. */
function sortOfSubject({ subject }: ast.Change): ElementSort | undefined {
  const node = written(subject)?.ref;
  return node === undefined ? undefined : sortOfOwner(node);
}

/** Controls and mechanisms where they cannot stand, do not fit each other, or say too little. */
export function* uses(context: Context): Iterable<Mistake> {
  for (const owner of [...context.model.designs, ...context.model.elements, ...context.model.definitions]) {
    const sort = sortOfOwner(owner);
    if (sort !== undefined) yield* context.unlessClean(owner, 'uses', [context.catalogue], () => usesOf(owner, sort, context));
  }
}

function* usesOf(owner: AstNode, sort: ElementSort, context: Context): Iterable<Mistake> {
  for (const node of AstUtils.streamAllContents(owner)) {
    if (ast.isControlUse(node)) yield* controlUse(node, sort, owner, context);
    else if (ast.isMechanismUse(node)) for (const used of node.mechanisms) yield* misplacedMechanism(used, node, sort, context);
    else if (ast.isLayer(node)) {
      for (const used of node.stack) yield* misplacedMechanism(used, node, sort, context);
      yield* span([...node.starts, ...node.ends], node, owner, context);
    } else if (ast.isStores(node) && sort !== 'component') {
      yield {
        code: 'misplaced-clause',
        severity: 'error',
        what: ['stores'],
        range: rangeOfNode(context.document, node),
        repairs: [removal(context.document, rangeOfNode(context.document, node), ['removeNamed', 'stores'], false)],
      };
    }
  }
}

function* controlUse(use: ast.ControlUse, sort: ElementSort, owner: AstNode, context: Context): Iterable<Mistake> {
  const { document, catalogue, sources } = context;
  const control = catalogue.controls.get(use.control?.$refText ?? '');
  if (control === undefined) return;
  const range = rangeOfCst(document, use.control?.$refNode);
  if (!mayStand(control, sort)) {
    yield {
      code: 'misplaced-control',
      severity: 'error',
      what: ['elsewhere', control.name, sort, control.sorts],
      range,
      related: { range: sources.rangeOf(control), is: ['definition', control.name] },
      repairs: [removal(document, rangeOfNode(document, use), ['removeNamed', `control ${control.name}`], false)],
    };
  }
  for (const reference of use.mechanisms) yield* unfit(reference, use, control.name, sort, context);
  yield* span([...use.starts, ...use.ends], use, owner, context);
  yield* blankEvidence(use, context);
  if (use.mechanisms.length === 0 && use.evidence.length === 0 && use.planned.length === 0 && mayStand(control, sort)) {
    yield saysTooLittle(use, control.name, sort, context);
  }
}

function* unfit(
  reference: Reference<ast.Mechanism>,
  use: ast.ControlUse,
  control: string,
  sort: ElementSort,
  context: Context,
): Iterable<Mistake> {
  const mechanism = context.catalogue.mechanisms.get(reference.$refText);
  if (mechanism === undefined) return;
  const range = rangeOfCst(context.document, reference.$refNode);
  if (!grantsOfMechanism(mechanism.name, context.catalogue).has(control)) {
    const better = providersOf(control, sort, context.catalogue).slice(0, 3);
    const names = better.map(({ name }) => name);
    yield {
      code: 'unfit-mechanism',
      severity: 'error',
      what: ['brings', mechanism.name, control, names],
      range,
      related: { range: context.sources.rangeOf(mechanism), is: ['definition', mechanism.name] },
      repairs: [
        ...better.map(({ name, title }, index) => replacement(range, name, ['use', title ?? name], index === 0)),
        ...leaveOut(context.document, use, 'mechanisms', mechanism.name, ['leaveOut', mechanism.name]),
      ],
    };
  } else yield* misplacedMechanism(reference, use, sort, context);
}

function* misplacedMechanism(
  reference: Reference<ast.Mechanism>,
  node: Holder,
  sort: ElementSort,
  { catalogue, document, sources }: Context,
): Iterable<Mistake> {
  const mechanism = catalogue.mechanisms.get(reference.$refText);
  if (mechanism === undefined || mayStand(mechanism, sort)) return;
  yield {
    code: 'misplaced-mechanism',
    severity: 'error',
    what: ['elsewhere', mechanism.name, sort, mechanism.sorts],
    range: rangeOfCst(document, reference.$refNode),
    related: { range: sources.rangeOf(mechanism), is: ['definition', mechanism.name] },
    repairs: withoutMechanism(node, mechanism.name, document),
  };
}

/** What names mechanisms that an element has. */
export type Holder = ast.ControlUse | ast.MechanismUse | ast.Layer;

/** A statement or layer of one mechanism goes with it. */
export function withoutMechanism(node: Holder, name: string, document: Context['document']): Repair[] {
  const does = ['leaveOut', name] as const;
  if (ast.isMechanismUse(node) && node.mechanisms.length === 1) return [removal(document, rangeOfNode(document, node), does, false)];
  if (ast.isLayer(node) && node.stack.length === 1) return [removal(document, rangeOfNode(document, node), does, false)];
  return leaveOut(document, node, ast.isLayer(node) ? 'stack' : 'mechanisms', name, does);
}

/** `from` and `to` name stops of the flow. */
function* span(
  bounds: readonly Reference<ast.Component>[],
  node: ast.Layer | ast.ControlUse,
  owner: AstNode,
  { document }: Context,
): Iterable<Mistake> {
  if (bounds.length === 0) return;
  const flow = ast.isChange(owner) ? written(owner.subject)?.ref : owner;
  const stops = ast.isFlow(flow) ? new Set(flow.path.flatMap((stop) => stop.components.map((one) => one.$refText))) : undefined;
  for (const bound of bounds) {
    if (stops?.has(bound.$refText)) continue;
    const range = rangeOfCst(document, bound.$refNode);
    const what: MistakeOf<'span-off-path'>['what'] = stops === undefined ? ['noWay'] : ['noStop', bound.$refText, [...stops]];
    const property = node.starts.includes(bound) ? 'starts' : 'ends';
    const without = leaveOut(document, node, property, bound.$refText, [
      'leaveOut',
      `${property === 'starts' ? 'from' : 'to'} ${bound.$refText}`,
    ]);
    const others = [...(stops ?? [])].slice(0, 5).map((stop) => replacement(range, stop, ['changeTo', stop], false));
    const repairs = stops === undefined ? without.map((one) => ({ ...one, preferred: true })) : [...others, ...without];
    yield { code: 'span-off-path', severity: 'error', what, range, repairs };
  }
}

function saysTooLittle(use: ast.ControlUse, control: string, sort: ElementSort, { document, catalogue }: Context): Mistake {
  const known = providersOf(control, sort, catalogue);
  const behind = rangeOfCst(document, use.control?.$refNode).endOffset;
  const at = rangeBetween(document, behind, behind);
  const range = rangeOfCst(document, use.control?.$refNode);
  if (known.length === 0) {
    const last = rangeOfNode(document, use).endOffset;
    // Only its author knows what shows it: a repair could write no more than an empty claim.
    const repairs = [replacement(rangeBetween(document, last, last), ' planned', ['sayPlanned'], false)];
    const what = ['shows', control] as const;
    return { code: 'control-without-evidence', severity: 'hint', what, range, repairs };
  }
  const repairs = known
    .slice(0, 3)
    .map(({ name, title }, index) => replacement(at, ` by ${name}`, ['sayBy', title ?? name], index === 0 && known.length === 1));
  const names = known.slice(0, 3).map(({ name }) => name);
  const what = ['how', control, names] as const;
  return { code: 'control-without-mechanism', severity: 'hint', what, range, repairs };
}
