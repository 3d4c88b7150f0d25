import { lineage } from '../../../language/semantics/index.js';
import { severities, type Architecture, type Condition } from '../../../language/model/index.js';
import { leavesOf, type Assessment, type Finding, type Result } from '../../../review/index.js';
import { isContradictedOn } from './contradicted.js';
import { isAsLoud, type Loss } from './losses.js';
import type { Mutation } from './mutation.js';

/**
 * Whether a finding was about the very mechanism that is gone: what would have closed it names that mechanism as too weak, or the requirement
 * speaks of protocols of its sort alone and says now that there is none.
 */
export function isAboutWhatIsGone({ finding, now }: Loss, { swap }: Mutation, before: Architecture, after: Assessment): boolean {
  const gone = swap?.gone;
  if (gone === undefined) return false;
  const { catalogue } = before;
  if (isContradictedOn(gone, swap!.owner, before)) return true;
  if (isToldInstead(finding, now, after)) return true;
  const isWeakHere = leavesOf(finding.gaps).some(
    (leaf) => leaf.kind === 'control' && leaf.sources.some(({ mechanism, state }) => mechanism === gone && state === 'weak'),
  );
  if (isWeakHere) return true;
  const kinds = lineage([gone], catalogue.mechanisms, 0);
  const come = swap?.come === undefined ? undefined : lineage([swap.come], catalogue.mechanisms, 0);
  return asksOnlyFor(now, (mechanism) => kinds.has(mechanism) && come?.has(mechanism) !== true);
}

/**
 * Whether a requirement speaks of what a control makes (records, say) and does not apply because that control is not there, which is told on the same element,
 * as loudly, by a finding that asks for the control itself; or as planned, where it is: what it will make is asked about once it is there.
 */
function isToldInstead(finding: Finding, now: Result | undefined, after: Assessment): boolean {
  if (now?.computed !== 'not applicable') return false;
  const controls = new Set(now.reasons.flatMap((reason) => (reason.kind === 'condition' ? hasIn(reason.condition) : [])));
  return after.findings.some(
    (other) =>
      other.element === now.element &&
      (isAsLoud(other, finding) ||
        (other.state === 'planned' && severities.indexOf(other.severity) <= severities.indexOf(finding.severity))) &&
      leavesOf(other.gaps).some((leaf) => leaf.kind === 'control' && leaf.element === other.element && controls.has(leaf.control)),
  );
}

function hasIn(condition: Condition): string[] {
  if (condition.kind === 'has') return [condition.control];
  return condition.kind === 'or' ? condition.operands.flatMap(hasIn) : [];
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
