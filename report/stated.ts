import { metByStatement, type Assessment } from '../review/index.js';

/** `12 of 126 met rest on a statement alone`: what the review believes without a mechanism. Undefined where nothing is met. */
export function statedWords(assessment: Assessment): string | undefined {
  const met = assessment.results.filter(({ state }) => state === 'met').length;
  if (met === 0) return undefined;
  const stated = metByStatement(assessment).length;
  return `${stated} of ${met} met ${stated === 1 ? 'rests' : 'rest'} on a statement alone`;
}
