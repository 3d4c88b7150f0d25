import * as ast from '../../generated/ast.js';
import type { Control, ElementSort } from '../../model/index.js';
import { isGrantable } from '../../semantics/proofs/grantable.js';
import { leadsNowhere, relationWords, sortAt, sortOfRelation, whereIs, type SubjectSort } from '../../semantics/index.js';
import { hereName } from '../../names/relation.js';
import { readRelation } from '../../read/condition.js';
import { rangeOfNode, rangeOfCst } from '../../read/range.js';
import { replacement, type Context, type Mistake } from '../mistake.js';
import { fixedParts, memberSort, type ConditionMistakes } from './conditions.js';
import { whyNotGranted } from './why-never.js';
import type { WhyNever } from '../words/index.js';

const needed: ConditionMistakes = { never: 'need-never-met', always: 'need-always-met' };

/** What nothing can meet, or everything does. */
export function* needMistakes(node: ast.Need, sort: ElementSort, context: Context): Iterable<Mistake> {
  if (ast.isAndNeed(node) || ast.isOrNeed(node)) {
    for (const part of [node.left, node.right] as (ast.Need | undefined)[])
      if (part !== undefined) yield* needMistakes(part, sort, context);
  } else if (ast.isConditionNeed(node)) {
    if ((node.condition as ast.Condition | undefined) !== undefined) yield* fixedParts(node.condition, sort, context, needed);
  } else yield* ofControl(node, sort, context);
}

function* ofControl(node: ast.ControlNeed, sort: ElementSort, context: Context): Iterable<Mistake> {
  const { catalogue, document } = context;
  const control = catalogue.controls.get((node.control as ast.ControlNeed['control'] | undefined)?.$refText ?? '');
  if (control === undefined) return;
  const own = rangeOfCst(document, node.control.$refNode);
  const isAcross = node.relays || node.across !== undefined;
  if (isAcross && sort !== 'flow') {
    const what = ['across', control.name, sort] as const;
    yield { code: 'need-never-met', severity: 'warning', what, range: rangeOfNode(document, node) };
  } else if (node.places.length === 0 && !isGrantable(control.name, sort, catalogue)) {
    const what = ['here', whyNotGranted(control.name, sort, catalogue)] as const;
    const repairs = !isAcross
      ? elsewhere(control, sort).map((on) => replacement(own, `${control.name} on ${on}`, ['askOn', on], false))
      : [];
    yield { code: 'need-never-met', severity: 'warning', what, range: own, related: definition(control, context), repairs };
  }
  if (node.relays && node.filter !== undefined) yield* fixedParts(node.filter, 'component', context);
  for (const where of node.places) {
    const target = sortThere(where, sort);
    if (target === undefined) continue;
    const range = rangeOfNode(document, where);
    if (target === 'nowhere') {
      const what = ['nowhere', control.name, sort] as const;
      yield { code: 'need-never-met', severity: 'warning', what, range };
    } else if (target === 'protocol' || !isGrantable(control.name, target, catalogue)) {
      const why: WhyNever = target === 'protocol' ? ['inStack'] : whyNotGranted(control.name, target, catalogue);
      yield {
        code: 'need-never-met',
        severity: 'warning',
        what: ['there', why],
        range,
        related: definition(control, context),
      };
    } else if (ast.isRelatedPlace(where) && where.filter !== undefined) {
      const members = memberSort(where.relation);
      if (members !== undefined) yield* fixedParts(where.filter, members, context);
    }
  }
}

function definition(control: Control, { sources }: Context) {
  return { range: sources.rangeOf(control), is: ['definition', control.name] as const };
}

/** What stands at a place that a need names; undefined while it is half written. */
function sortThere(where: ast.NeedPlace, sort: ElementSort): SubjectSort | 'nowhere' | undefined {
  if (ast.isRelatedPlace(where)) {
    const relation = readRelation(where.relation);
    return relation && (leadsNowhere(relation, sort) ? 'nowhere' : sortOfRelation[relation.name]);
  }
  return sortAt(whereIs(hereName(where.name), sort), sort) ?? 'nowhere';
}

/** Where a control that cannot stand on the subject may be asked for instead, in the words of a need. */
function elsewhere({ sorts }: Control, from: ElementSort): string[] {
  const ways: Readonly<Partial<Record<ElementSort, Readonly<Partial<Record<ElementSort, string>>>>>> = {
    component: { zone: 'zone', link: 'every link', flow: 'every flow', design: 'design' },
    link: { component: 'both ends', zone: 'zone', flow: 'every flow', design: 'design' },
    flow: { component: 'both ends', link: 'every hop', design: 'design' },
    zone: { component: 'every component', design: 'design' },
    data: { component: 'every holder', flow: 'every flow', design: 'design' },
    design: { component: `every ${relationWords({ name: 'component', within: { kind: 'design' } })}` },
  };
  return sorts.flatMap((sort) => ways[from]?.[sort] ?? []);
}
