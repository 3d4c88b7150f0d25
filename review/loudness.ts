import { severities } from '../language/model/index.js';
import type { Evaluation, State } from './assessment.js';

/** Whether a result is told no more quietly than another. */
export function isAsLoud(one: Evaluation, other: Evaluation): boolean {
  return severities.indexOf(one.severity) <= severities.indexOf(other.severity) && loudness(one.state) >= loudness(other.state);
}

/** What is missing or weak is told at its severity, what is planned as information, what is unknown as a hint. */
function loudness(state: State): number {
  if (state === 'unknown') return 0;
  return state === 'planned' ? 1 : 2;
}
