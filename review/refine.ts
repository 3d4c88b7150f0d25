import type { Requirement } from '../language/model/index.js';
import type { Evaluation, Gap } from './assessment.js';
import { leafKey, leavesOf, without } from './gaps.js';

export interface Refined {
  /** What is left to report. */
  readonly open: Gap | undefined;
  /** The refining requirements that report everything, where nothing is left. */
  readonly reportedBy: readonly string[];
}

const nothingOpen: Refined = { open: undefined, reportedBy: [] };

/**
 * Where Q refines P, leaves of P that also stand in gaps of Q count as met when P is reported. Q's gaps count whatever
 * was decided about them: the risk that somebody carries under Q is not reported a second time under P.
 */
export function refine(requirements: readonly Requirement[], evaluations: readonly Evaluation[]): Refined[] {
  const refining = new Set(requirements.filter(({ refines }) => refines.length > 0).map(({ name }) => name));
  const leaves = new Map<string, Set<string>>();
  for (const { requirement, gaps } of evaluations) {
    if (gaps === undefined || !refining.has(requirement)) continue;
    const keys = leaves.get(requirement) ?? new Set();
    for (const leaf of leavesOf(gaps)) keys.add(leafKey(leaf));
    leaves.set(requirement, keys);
  }
  const refiners = new Map<string, string[]>();
  for (const { name, refines } of requirements)
    for (const refined of refines) refiners.set(refined, [...(refiners.get(refined) ?? []), name]);
  return evaluations.map(({ requirement, gaps }) => {
    const by = refiners.get(requirement) ?? [];
    if (gaps === undefined || by.length === 0) return gaps === undefined ? nothingOpen : { open: gaps, reportedBy: [] };
    const open = without(gaps, (leaf) => by.some((refiner) => leaves.get(refiner)?.has(leafKey(leaf))));
    if (open !== undefined) return { open, reportedBy: [] };
    const own = leavesOf(gaps).map(leafKey);
    return { open, reportedBy: by.filter((refiner) => own.some((key) => leaves.get(refiner)?.has(key) ?? false)) };
  });
}
