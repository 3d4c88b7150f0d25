import { isAtLeast, loudnessOf } from '../language/semantics/index.js';
import type { Evaluation } from './assessment.js';

/** Whether a result is told no more quietly than another. */
export function isAsLoud(one: Evaluation, other: Evaluation): boolean {
  return isAtLeast(one.severity, other.severity) && loudnessOf(one.state) >= loudnessOf(other.state);
}
