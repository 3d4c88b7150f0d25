import type { State } from '../review/index.js';
import { tallyOf } from '../summary/tally.js';
import { besides, findingsWords, severityWords } from './count.js';

const closed: readonly State[] = ['met', 'accepted', 'excluded'];

/** `4 findings: 2 critical, 1 high, 1 medium · 3 planned · 12 met`: how something stands, in one line. Empty where nothing is asked of it. */
export function tallyWords(...of: Parameters<typeof tallyOf>): string {
  const { open, bySeverity, states, ...later } = tallyOf(...of);
  const found = open === 0 ? [] : [`${findingsWords(open)}: ${severityWords(bySeverity)}`];
  const rest = closed.flatMap((state) => (states[state] === 0 ? [] : [`${states[state]} ${state}`]));
  return [...found, ...besides(later), ...rest].join(' · ');
}
