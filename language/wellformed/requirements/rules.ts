import { CstUtils } from 'langium';
import * as ast from '../../generated/ast.js';
import type { Condition, ElementSort } from '../../model/index.js';
import { conditionWords } from '../../semantics/index.js';
import { alwaysHolds, excludeEachOther, isNeverUnknown } from '../../semantics/proofs/index.js';
import { rangeBetween, rangeOfNode } from '../../read/range.js';
import { replacing } from '../../writing/index.js';
import type { Context, Mistake, Repair } from '../mistake.js';
import { conditionOf, fixedParts } from './conditions.js';
import { contradictingNeeds } from './contradictions.js';
import { needMistakes } from './needs.js';

/** Conditions of requirements that never or always hold, and needs that nothing can meet or that contradict each other. */
export function* ruleMistakes(context: Context): Iterable<Mistake> {
  for (const requirement of context.model.definitions) {
    if (!ast.isRequirement(requirement)) continue;
    for (const rule of requirement.rules) if ((rule.sort as string | undefined) !== undefined) yield* ofRule(rule, context);
    yield* ofSeverity(requirement, context);
  }
}

function* ofRule(rule: ast.Rule, context: Context): Iterable<Mistake> {
  const sort = rule.sort as ElementSort;
  const told = rule.condition !== undefined && (yield* fixedParts(rule.condition, sort, context));
  const applies = told ? undefined : conditionOf(rule.condition, context);
  for (const line of rule.needs) {
    const found = line.condition !== undefined && (yield* fixedParts(line.condition, sort, context));
    if (!found && line.condition !== undefined) yield* beside(line.condition, applies, sort, context);
    if ((line.need as ast.Need | undefined) !== undefined) yield* needMistakes(line.need, sort, context);
  }
  yield* contradictingNeeds(rule, sort, context);
}

/** The branches of a severity are asked of what the requirement applies to: of several sorts nothing can be said of all. */
function* ofSeverity({ rules, severities }: ast.Requirement, context: Context): Iterable<Mistake> {
  const sorts = new Set(rules.map((rule) => rule.sort as ElementSort | undefined));
  const [sort] = sorts;
  if (sort === undefined || sorts.size > 1) return;
  for (const { condition } of severities.flatMap(({ branches }) => branches)) {
    const told = (condition as ast.Condition | undefined) === undefined || (yield* fixedParts(condition, sort, context));
    if (!told && rules.length === 1) yield* beside(condition, conditionOf(rules[0]!.condition, context), sort, context);
  }
}

/** A condition that is asked only where another one holds already, or cannot hold. */
function* beside(node: ast.Condition, applies: Condition | undefined, sort: ElementSort, context: Context): Iterable<Mistake> {
  const condition = conditionOf(node, context);
  if (condition === undefined || applies === undefined) return;
  const range = rangeOfNode(context.document, node);
  const rule = conditionWords(applies);
  if (excludeEachOther([applies, condition], sort, context.catalogue)) {
    const what = ['beside', rule] as const;
    yield { code: 'condition-never-holds', severity: 'warning', what, range };
  } else if (isNeverUnknown(applies, sort, context.catalogue) && alwaysHolds(condition, sort, context.catalogue, applies)) {
    const what = ['beside', rule] as const;
    yield { code: 'condition-always-holds', severity: 'information', what, range, repairs: withoutWhere(node, context) };
  }
}

/** Takes `where CONDITION` away; behind a severity it has a form of its own, which stays. */
function withoutWhere(node: ast.Condition, { document }: Context): Repair[] {
  const cst = node.$cstNode;
  const word = cst && CstUtils.getPreviousNode(cst);
  if (cst === undefined || word?.text !== 'where' || !ast.isNeedLine(node.$container)) return [];
  const before = CstUtils.getPreviousNode(word);
  const range = rangeBetween(document, before?.end ?? word.offset, cst.end);
  return [{ does: ['removeCondition'], preferred: true, edits: [replacing(range, '')] }];
}
