import { AstUtils, type AstNode } from 'langium';
import * as ast from '../../generated/ast.js';
import type { Condition, ElementSort } from '../../model/index.js';
import { leadsBack, mayBeAbout, sortOfRelation, type SubjectSort } from '../../semantics/index.js';
import { alwaysHolds, neverHolds } from '../../semantics/proofs/index.js';
import { subjectSort } from '../../names/subject.js';
import { knownIn, readCondition, readRelation } from '../../read/condition.js';
import { rangeOfNode } from '../../read/range.js';
import type { Context, Mistake } from '../mistake.js';
import { whyNever } from './why-never.js';

/** What is told of a condition where it stands. */
export interface ConditionMistakes {
  readonly never: 'condition-never-holds' | 'need-never-met';
  readonly always: 'condition-always-holds' | 'need-always-met';
}

export const guard: ConditionMistakes = {
  never: 'condition-never-holds',
  always: 'condition-always-holds',
};

/** A condition as data; undefined while it is half written or names what nobody defines, which is told elsewhere. */
export function conditionOf(node: ast.Condition | undefined, { catalogue }: Context): Condition | undefined {
  if (node === undefined || namesUnknown(node) || namesInVain(node, catalogue)) return undefined;
  return readCondition(node, knownIn(catalogue));
}

/** Whether it asks a named condition of what that says nothing of, or one that leads back to itself: both are told as that. */
function namesInVain(node: AstNode, catalogue: Context['catalogue']): boolean {
  return AstUtils.streamAst(node)
    .filter(ast.isCountsCondition)
    .some(
      (one) =>
        isMisplaced(one, catalogue) ||
        leadsBack((one.condition as ast.CountsCondition['condition'] | undefined)?.$refText ?? '', catalogue),
    );
}

/** What a named condition is asked of, where it says nothing of that. */
export function misplacedOn(node: ast.CountsCondition, { conditions }: Context['catalogue']): readonly SubjectSort[] {
  const named = conditions.get((node.condition as ast.CountsCondition['condition'] | undefined)?.$refText ?? '');
  if (named === undefined) return [];
  const subject = subjectSort(node);
  // Directly in a condition on several sorts, each of them is asked.
  const subjects =
    subject === undefined ? ((AstUtils.getContainerOfType(node, ast.isNamedCondition)?.sorts ?? []) as ElementSort[]) : [subject];
  return subjects.filter((one) => !mayBeAbout(named, one));
}

function isMisplaced(node: ast.CountsCondition, catalogue: Context['catalogue']): boolean {
  return misplacedOn(node, catalogue).length > 0;
}

export function namesUnknown(node: AstNode): boolean {
  return AstUtils.streamAst(node)
    .flatMap((one) => AstUtils.streamReferences(one))
    .some(({ reference }) => reference.error !== undefined);
}

/**
 * The innermost parts of a condition that never hold, or always do, of whatever they are asked of. Returns whether there was
 * anything to tell: what is around such a part is not told again.
 */
export function* fixedParts(
  node: ast.Condition,
  sort: SubjectSort,
  context: Context,
  asked: ConditionMistakes = guard,
): Generator<Mistake, boolean> {
  let told = false;
  for (const [inner, of] of partsOf(node, sort)) {
    const below: boolean = yield* fixedParts(inner, of, context);
    told ||= below;
  }
  if (told) return true;
  const condition = conditionOf(node, context);
  if (condition === undefined) return true;
  // Of a `not` its operand was looked at: one is never true where the other always is.
  if (ast.isNotCondition(node)) return false;
  const range = rangeOfNode(context.document, node);
  if (neverHolds(condition, sort, context.catalogue)) {
    yield { code: asked.never, severity: 'warning', what: ['never', whyNever(condition, sort, context.catalogue)], range };
    return true;
  }
  if (alwaysHolds(condition, sort, context.catalogue)) {
    yield { code: asked.always, severity: 'information', what: ['always'], range };
    return true;
  }
  return false;
}

/** The conditions directly within one, each with what it is asked of. */
function partsOf(node: ast.Condition, sort: SubjectSort): (readonly [ast.Condition, SubjectSort])[] {
  // While it is being written, any part may be missing.
  const parts: (readonly [ast.Condition | undefined, SubjectSort | undefined])[] =
    ast.isAndCondition(node) || ast.isOrCondition(node)
      ? [
          [node.left, sort],
          [node.right, sort],
        ]
      : ast.isNotCondition(node)
        ? [[node.operand, sort]]
        : ast.isRoleCondition(node)
          ? [[node.condition, node.role === 'design' ? 'design' : 'component']]
          : ast.isQuantifiedCondition(node)
            ? [[node.condition, memberSort(node.relation)]]
            : [];
  return parts.flatMap(([part, of]) => (part === undefined || of === undefined ? [] : [[part, of] as const]));
}

export function memberSort(node: ast.Relation | undefined): SubjectSort | undefined {
  const relation = readRelation(node);
  return relation && sortOfRelation[relation.name];
}
