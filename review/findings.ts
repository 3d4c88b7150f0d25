import type { Finding } from './assessment.js';
import { leavesOf } from './gaps.js';

/** Findings on different elements that fail for one weak mechanism in one statement name each other. */
export function relate(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const key of weakStatements(finding)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [finding]);
      else group.push(finding);
    }
  }
  return findings.map((finding) => {
    const others = weakStatements(finding).flatMap((key) => groups.get(key) ?? []);
    const related = others.filter((other) => other.element !== finding.element).map((other) => other.id);
    return related.length === 0 ? finding : { ...finding, related: [...new Set(related)].sort() };
  });
}

function weakStatements(finding: Finding): string[] {
  const sources = leavesOf(finding.gaps).flatMap((leaf) => (leaf.kind === 'control' ? leaf.sources : []));
  const weak = sources.filter((source) => source.state === 'weak' && source.mechanism !== undefined);
  return [...new Set(weak.map((source) => `${source.mechanism} ${source.range.uri} ${source.range.startOffset}`))];
}
