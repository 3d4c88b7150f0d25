import type { FindingGroup } from '../summary/groups.js';

/** `3 elements`, `planned, 1 element`: what is not open is told in words, for a number alone would count among the findings. */
export function sizeWords({ findings, state }: FindingGroup): string {
  const later = state === 'open' ? '' : `${state}, `;
  return `${later}${findings.length} ${findings.length === 1 ? 'element' : 'elements'}`;
}
