// The room `review/fixes/`: what closes a gap, as edits of texts. It alone in the engine asks where something stands.
// May import `review`, `language/model`, `language/semantics`, `language/source`, `language/writing`.

import type { SourceMap } from '../../language/source/index.js';
import type { Assessment, Finding } from '../assessment.js';
import { evaluatorOf } from '../evaluator-of.js';
import type { Fix } from '../fix.js';
import { isUnplaced, leafKey, leavesOf } from '../gaps.js';
import { elementNamed } from '../review.js';
import { conditionFixes } from './conditions.js';
import { controlFixes } from './controls.js';
import { decisionFixes } from './decisions.js';
import { jointFix } from './together.js';
import { takingOf, wayOut } from './way-out.js';

/**
 * The ways to close a finding's gaps, in the order of its gaps and best first; then the decisions. `most` bounds how many mechanisms are
 * offered for one control: each of them is tried on the design.
 */
export function fixesFor(finding: Finding, assessment: Assessment, sources: SourceMap, most = Infinity): readonly Fix[] {
  return waysFor(finding, assessment, sources, most, true);
}

/**
 * The best fix of each gap, for taking rather than for showing: what it brings into scope is not found out. That would be the work of
 * a review for each of them, and whoever takes them all reviews what comes of it anyway.
 */
export function bestFixes(finding: Finding, assessment: Assessment, sources: SourceMap): readonly Fix[] {
  return waysFor(finding, assessment, sources, 1, false).filter((fix) => fix.preferred && fix.kind !== 'all');
}

function waysFor(finding: Finding, assessment: Assessment, sources: SourceMap, most: number, tellsScope: boolean): readonly Fix[] {
  const evaluator = evaluatorOf(assessment);
  const { architecture, date, findings } = assessment;
  const easiest = new Map([...wayOut(finding.gaps, evaluator, findings)].map(([leaf, taking]) => [leafKey(leaf), taking]));
  const offers: Fix[] = [];
  const seen = new Set<string>();
  for (const leaf of leavesOf(finding.gaps)) {
    const key = leafKey(leaf);
    const element = elementNamed(architecture, leaf.element);
    if (element === undefined || seen.has(key) || isUnplaced(leaf)) continue;
    seen.add(key);
    if (leaf.kind === 'control') {
      const taking = easiest.get(key) ?? takingOf(leaf, evaluator, findings);
      offers.push(...controlFixes(finding, leaf, element, evaluator, findings, taking, easiest.has(key), most, tellsScope, sources));
    } else offers.push(...conditionFixes(finding, leaf, element, evaluator, sources));
  }
  const fixes = distinct(offers);
  const all = jointFix(
    finding,
    fixes.filter(({ preferred }) => preferred),
    [...easiest.values()].filter(({ answer }) => answer === 'person' || answer === 'question').length,
    sources,
  );
  if (all !== undefined) fixes.unshift(all);
  const element = elementNamed(architecture, finding.element);
  return element === undefined ? fixes : [...fixes, ...decisionFixes(finding, element, date, evaluator.facts.demands, sources)];
}

/** Two gaps of a finding, such as a signature on the flow and one past its relays, may be closed by the same words: they are offered once. */
function distinct(fixes: readonly Fix[]): Fix[] {
  const found = new Map<string, Fix>();
  for (const fix of fixes) {
    const key = JSON.stringify([fix.kind === 'condition' ? fix.states : fix.closes, fix.edits]);
    const before = found.get(key);
    if (before === undefined || (fix.preferred && !before.preferred)) found.set(key, fix);
  }
  return [...found.values()];
}
