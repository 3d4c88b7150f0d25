import { severities } from '../language/model/index.js';
import type { Finding, Result, State } from '../review/index.js';

const decidedStates: readonly State[] = ['met', 'accepted', 'excluded'];

/** `2 critical, 1 high missing · 1 medium weak · 3 planned · 12 met`: how something stands, in one line. Empty where nothing is asked of it. */
export function tallyWords(findings: readonly Pick<Finding, 'state' | 'severity'>[], results: readonly Pick<Result, 'state'>[]): string {
  const open = (['missing', 'weak'] as const).flatMap((state) => {
    const counts = severities.map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.state === state && finding.severity === severity).length,
    }));
    const told = counts.filter(({ count }) => count > 0).map(({ severity, count }) => `${count} ${severity}`);
    return told.length === 0 ? [] : [`${told.join(', ')} ${state}`];
  });
  const later = (['planned', 'unknown'] as const).map((state) => ({
    state,
    count: findings.filter((finding) => finding.state === state).length,
  }));
  const closed = decidedStates.map((state) => ({ state, count: results.filter((result) => result.state === state).length }));
  const rest = [...later, ...closed].filter(({ count }) => count > 0).map(({ state, count }) => `${count} ${state}`);
  return [...open, ...rest].join(' · ');
}
