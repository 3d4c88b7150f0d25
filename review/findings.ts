import type { Finding, GrantSource } from './assessment.js';
import { leavesOf } from './gaps.js';
import { numbering } from './identity.js';

/** Findings on different elements that fail for one weak mechanism in one statement name each other. */
export function relate(findings: readonly Finding[]): Finding[] {
  const keyOf = statementKeys();
  const groups = new Map<string, Finding[]>();
  const keys = findings.map((finding) => [...new Set(weakSources(finding).map(keyOf))]);
  for (const [index, finding] of findings.entries()) {
    for (const key of keys[index]!) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [finding]);
      else group.push(finding);
    }
  }
  return findings.map((finding, index) => {
    const others = keys[index]!.flatMap((key) => groups.get(key) ?? []);
    const related = others.filter((other) => other.element !== finding.element).map((other) => other.id);
    return related.length === 0 ? finding : { ...finding, related: [...new Set(related)].sort() };
  });
}

function weakSources(finding: Finding): GrantSource[] {
  const sources = leavesOf(finding.gaps).flatMap((leaf) => (leaf.kind === 'control' ? leaf.sources : []));
  return sources.filter((source) => source.state === 'weak' && source.mechanism !== undefined);
}

/** Tells statements apart by identity, and in one statement its mechanisms by name. */
function statementKeys(): (source: GrantSource) => string {
  const numberOf = numbering();
  return ({ statement, mechanism }) => `${numberOf(statement)} ${mechanism}`;
}
