import { lineage, type Catalogue, type Condition } from '../../../language/model/index.js';
import { leavesOf, type Result } from '../../../review/index.js';
import type { Loss } from './losses.js';
import type { Mutation } from './mutation.js';

/**
 * Whether a finding was about the very mechanism that is gone: what would have closed it names that mechanism as too weak, or the requirement
 * speaks of protocols of its sort alone and says now that there is none.
 */
export function isAboutWhatIsGone({ finding, now }: Loss, { swap }: Mutation, catalogue: Catalogue): boolean {
  const gone = swap?.gone;
  if (gone === undefined) return false;
  const isWeakHere = leavesOf(finding.gaps).some(
    (leaf) => leaf.kind === 'control' && leaf.sources.some(({ mechanism, state }) => mechanism === gone && state === 'weak'),
  );
  if (isWeakHere) return true;
  const kinds = lineage([gone], catalogue.mechanisms, 0);
  const come = swap?.come === undefined ? undefined : lineage([swap.come], catalogue.mechanisms, 0);
  return asksOnlyFor(now, (mechanism) => kinds.has(mechanism) && come?.has(mechanism) !== true);
}

/** Whether a requirement does not apply because no protocol of some sort is there. */
function asksOnlyFor(now: Result | undefined, isOne: (mechanism: string) => boolean): boolean {
  if (now?.computed !== 'not applicable') return false;
  return now.reasons.some((reason) => reason.kind === 'condition' && reason.truth === 'false' && speaksOf(reason.condition, isOne));
}

function speaksOf(condition: Condition, isOne: (mechanism: string) => boolean): boolean {
  switch (condition.kind) {
    case 'over':
      return isOne(condition.mechanism);
    case 'or':
      return condition.operands.some((operand) => speaksOf(operand, isOne));
    case 'quantified':
      return condition.quantifier === 'some' && condition.condition !== undefined && speaksOf(condition.condition, isOne);
    default:
      return false;
  }
}
