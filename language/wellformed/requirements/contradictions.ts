import * as ast from '../../generated/ast.js';
import type { Condition, Need, ElementSort } from '../../model/index.js';
import { needWords } from '../../semantics/index.js';
import { excludeEachOther, neverHolds } from '../../semantics/proofs/index.js';
import { knownIn, readNeed } from '../../read/condition.js';
import { rangeOfNode } from '../../read/range.js';
import type { Context, Mistake } from '../mistake.js';
import { namesUnknown } from './conditions.js';

/** One thing that has to hold beside others: an operand of `and`, or a line by itself. */
interface Part {
  readonly node: ast.Need;
  readonly need: Need;
  readonly condition: Condition;
}

/** Needs of one rule that cannot be met together. Lines that have conditions of their own are left alone. */
export function* contradictingNeeds(rule: ast.Rule, sort: ElementSort, context: Context): Iterable<Mistake> {
  const parts = rule.needs.filter(({ condition }) => condition === undefined).flatMap(({ need }) => partsOf(need, sort, context));
  for (const [index, one] of parts.entries()) {
    const before = parts.slice(0, index).find((other) => excludeEachOther([one.condition, other.condition], sort, context.catalogue));
    if (before === undefined) continue;
    yield {
      code: 'contradicting-needs',
      severity: 'warning',
      what: ['both', needWords(before.need), needWords(one.need)],
      range: rangeOfNode(context.document, one.node),
      related: { range: rangeOfNode(context.document, before.node), is: ['other', needWords(before.need)] },
    };
  }
}

function partsOf(node: ast.Need | undefined, sort: ElementSort, context: Context): Part[] {
  if (node === undefined || namesUnknown(node)) return [];
  if (ast.isAndNeed(node)) return [...partsOf(node.left, sort, context), ...partsOf(node.right, sort, context)];
  const need = readNeed(node, knownIn(context.catalogue));
  if (need === undefined) return [];
  const condition = asCondition(need);
  // What can never hold is told by itself.
  if (condition === undefined || neverHolds(condition, sort, context.catalogue)) return [];
  return [{ node, need, condition }];
}

/** What has to be true of the subject for a need to be met; undefined where that cannot be said in a condition. */
function asCondition(need: Need): Condition | undefined {
  switch (need.kind) {
    case 'condition':
      return need.condition;
    case 'control':
      return need.places.length === 0 && need.across === undefined ? { kind: 'has', control: need.control } : undefined;
    case 'and':
    case 'or': {
      const operands = need.operands.flatMap((operand) => asCondition(operand) ?? []);
      return operands.length === need.operands.length ? { kind: need.kind, operands } : undefined;
    }
  }
}
