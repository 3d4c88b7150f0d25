import type { Assessment, ControlGap, Finding, Gap } from '../assessment.js';
import { Evaluator } from '../evaluate.js';
import type { Fix } from '../fix.js';
import { isUnplaced, leafKey, leavesOf, type Leaf } from '../gaps.js';
import { elementNamed } from '../review.js';
import { candidatesFor } from './candidates.js';
import { conditionFixes } from './conditions.js';
import { controlFixes } from './controls.js';
import { decisionFixes } from './decisions.js';
import { together } from './together.js';

const evaluators = new WeakMap<Assessment, Evaluator>();

/**
 * The ways to close a finding's gaps, in the order of its gaps and best first; then the decisions. `most` bounds how many mechanisms are
 * offered for one control: each of them is tried on the design.
 */
export function fixesFor(finding: Finding, assessment: Assessment, most = Infinity): readonly Fix[] {
  return waysFor(finding, assessment, most, true);
}

/**
 * The best fix of each gap, for taking rather than for showing: what it brings into scope is not found out. That would be the work of
 * a review for each of them, and whoever takes them all reviews what comes of it anyway.
 */
export function bestFixes(finding: Finding, assessment: Assessment): readonly Fix[] {
  return waysFor(finding, assessment, 1, false).filter((fix) => fix.preferred && fix.kind !== 'all');
}

function waysFor(finding: Finding, assessment: Assessment, most: number, tellsScope: boolean): readonly Fix[] {
  let evaluator = evaluators.get(assessment);
  if (evaluator === undefined)
    evaluators.set(assessment, (evaluator = new Evaluator(assessment.architecture, assessment.date, assessment.profiles)));
  const { architecture, date, findings } = assessment;
  const wayOut = preferredLeaves(finding.gaps, (leaf) => effort(leaf, evaluator, findings)).leaves;
  const fixes: Fix[] = [];
  const best: Fix[] = [];
  const seen = new Set<string>();
  for (const leaf of leavesOf(finding.gaps)) {
    const key = leafKey(leaf);
    const element = elementNamed(architecture, leaf.element);
    if (element === undefined || seen.has(key) || isUnplaced(leaf)) continue;
    seen.add(key);
    if (leaf.kind === 'control') {
      const ways = controlFixes(finding, leaf, element, evaluator, findings, wayOut.has(key), most, tellsScope);
      fixes.push(...ways);
      if (wayOut.has(key)) best.push(...ways.slice(0, 1));
    } else fixes.push(...conditionFixes(finding, leaf, element, evaluator));
  }
  const all = together(finding, best);
  if (all !== undefined) fixes.unshift(all);
  const element = elementNamed(architecture, finding.element);
  return element === undefined ? fixes : [...fixes, ...decisionFixes(finding, element, date, evaluator.facts.demands)];
}

/** What a leaf takes to close: 0 a mechanism, 1 a control whose evidence is to be filled, 1000 what only its author can say or change. */
function effort(leaf: Leaf, evaluator: Evaluator, findings: readonly Finding[]): number {
  if (leaf.kind === 'condition' || isUnplaced(leaf)) return 1000;
  const element = elementNamed(evaluator.facts.architecture, leaf.element);
  if (element === undefined) return 1000;
  return candidatesFor(leaf as ControlGap, element, evaluator, findings).length > 0 ? 0 : 1;
}

/** The leaves of the easiest way to close a gap, the first of equally easy ones; leaves that only the author can close left out. */
function preferredLeaves(gap: Gap, cost: (leaf: Leaf) => number): { cost: number; leaves: Set<string> } {
  if (gap.kind === 'control' || gap.kind === 'condition') {
    const own = cost(gap);
    return { cost: own, leaves: new Set(own < 1000 ? [leafKey(gap)] : []) };
  }
  const parts = gap.gaps.map((part) => preferredLeaves(part, cost));
  if (gap.kind === 'or') return parts.reduce((best, part) => (part.cost < best.cost ? part : best));
  return {
    cost: parts.reduce((sum, part) => sum + part.cost, 0),
    leaves: new Set(parts.flatMap((part) => [...part.leaves])),
  };
}
