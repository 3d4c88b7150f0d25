import { severities } from '../../language/model/index.js';
import type { Severity } from '../../language/model/index.js';
import type { Assessment, Finding } from '../../review/index.js';
import type { Badge } from './scene.js';

/** From the worst down, as badges stand beside each other. */
export const badgeOrder: readonly Badge['what'][] = [...severities, 'planned', 'unknown'];

/** The findings by the name of their element; of some requirements and severities only, where these are given. */
export function findingsByElement(
  { findings }: Assessment,
  requirements: ReadonlySet<string> | undefined,
  kept: readonly Severity[] | undefined,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (requirements?.has(finding.requirement) === false) continue;
    if (kept !== undefined && kept.length > 0 && !kept.includes(finding.severity)) continue;
    const own = found.get(finding.element);
    if (own === undefined) found.set(finding.element, [finding]);
    else own.push(finding);
  }
  return found;
}

/** What some findings come to: what is missing or weak by severity, what is planned or unknown beside it, as everybody counts. */
export function badgesOf(findings: readonly Finding[]): Badge[] {
  const counts = new Map<Badge['what'], number>();
  for (const { state, severity } of findings) {
    const what = state === 'planned' || state === 'unknown' ? state : severity;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return badgeOrder.flatMap((what) => (counts.has(what) ? [{ what, count: counts.get(what)! }] : []));
}

/** The badges of several together. */
export function joinedBadges(all: readonly (readonly Badge[])[]): Badge[] {
  return badgeOrder.flatMap((what) => {
    const count = all.flat().reduce((sum, badge) => sum + (badge.what === what ? badge.count : 0), 0);
    return count === 0 ? [] : [{ what, count }];
  });
}
