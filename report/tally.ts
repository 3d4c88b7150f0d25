import type { Finding, Result, State } from '../review/index.js';
import { besides, countFindings, findingsWords, severityWords } from './count.js';

const decidedStates: readonly State[] = ['met', 'accepted', 'excluded'];

/** `4 findings: 2 critical, 1 high, 1 medium · 3 planned · 12 met`: how something stands, in one line. Empty where nothing is asked of it. */
export function tallyWords(findings: readonly Pick<Finding, 'state' | 'severity'>[], results: readonly Pick<Result, 'state'>[]): string {
  const { open, bySeverity, planned, unknown } = countFindings(findings);
  const found = open === 0 ? [] : [`${findingsWords(open)}: ${severityWords(bySeverity)}`];
  const closed = decidedStates.map((state) => ({ state, count: results.filter((result) => result.state === state).length }));
  const rest = closed.filter(({ count }) => count > 0).map(({ state, count }) => `${count} ${state}`);
  return [...found, ...besides({ planned, unknown }), ...rest].join(' · ');
}
