import type { Assessment, Finding } from './assessment.js';
import type { Fix } from './fix.js';

/** All ways to close a finding's gaps, in the order of its gaps and best first; then the decisions. */
export function fixesFor(_finding: Finding, _assessment: Assessment): readonly Fix[] {
  return [];
}
