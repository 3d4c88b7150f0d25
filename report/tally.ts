import { tallyOf } from '../summary/tally.js';
import { besides, findingsWords, severityWords } from './count.js';

/** `4 findings: 2 critical, 1 high, 1 medium · 3 planned · 12 met`: how something stands, in one line. Empty where nothing is asked of it. */
export function tallyWords(...of: Parameters<typeof tallyOf>): string {
  const { open, bySeverity, closed, ...later } = tallyOf(...of);
  const found = open === 0 ? [] : [`${findingsWords(open)}: ${severityWords(bySeverity)}`];
  return [...found, ...besides(later), ...closed.map(({ state, count }) => `${count} ${state}`)].join(' · ');
}
