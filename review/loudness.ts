import { isAtLeast, loudnessOf } from '../language/semantics/index.js';
import type { Evaluation } from './assessment.js';

/** Whether a result is told no more quietly than another. */
export function isAsLoud(one: Pick<Evaluation, 'severity' | 'state'>, other: Pick<Evaluation, 'severity' | 'state'>): boolean {
  return isAtLeast(one.severity, other.severity) && loudnessOf(one.state) >= loudnessOf(other.state);
}
