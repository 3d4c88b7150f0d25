// The room `history/`: what changed: the baseline with its file, and differences between reviews, as data.
// May import `summary`, `review`, `language/model`, `language/semantics`.

import type { Severity } from '../language/model/index.js';
import { compareSeverities, compareStates } from '../language/semantics/index.js';
import { namesInId, type Assessment, type Finding, type OpenState } from '../review/index.js';
import { isWorse } from '../summary/worse.js';

/** A finding that was known when the baseline was written. */
export interface KnownFinding {
  /** `design/requirement/element` */
  readonly id: string;
  readonly state: OpenState;
  readonly severity: Severity;
}

/** The findings that somebody knows of, and the requirements that the catalogue had then. */
export interface Baseline {
  /** The version of Meterlint that wrote it. */
  readonly version: string;
  readonly requirements: readonly string[];
  readonly findings: readonly KnownFinding[];
}

/** How a finding stands against the baseline. */
export interface BaselineStatus {
  /** `worse`: it was known, but in a lesser state or with a lower severity. */
  readonly against: 'new' | 'worse' | 'known';
  /** What the baseline says of it; undefined where it is new. */
  readonly was: KnownFinding | undefined;
  /** The catalogue did not have the requirement then: the finding says nothing about a change of the design. */
  readonly newRequirement: boolean;
}

/** What a review says against a baseline. */
export interface BaselineComparison<F = Finding> {
  readonly version: string;
  readonly statuses: ReadonlyMap<F, BaselineStatus>;
  /** Known findings of the reviewed designs that are there no more. */
  readonly gone: readonly KnownFinding[];
  /** How many known findings are of designs that were not reviewed. */
  readonly elsewhere: number;
}

/** Compares the findings of some reviews with those that were known. */
export function compareWithBaseline(assessments: readonly Assessment[], baseline: Baseline): BaselineComparison {
  const designs = assessments.map(({ architecture }) => architecture.design.name);
  return compareFindings(
    assessments.flatMap(({ findings }) => findings),
    designs,
    baseline,
  );
}

/**
 * Compares findings of some designs with those that were known. Two designs of one name share their ids: the worst finding is
 * compared with the worst line then, and each line is used once.
 */
export function compareFindings<F extends KnownFinding & { readonly requirement: string }>(
  findings: readonly F[],
  designs: readonly string[],
  baseline: Baseline,
): BaselineComparison<F> {
  const known = byId(baseline.findings);
  const requirements = new Set(baseline.requirements);
  const statuses = new Map<F, BaselineStatus>(findings.map((finding) => [finding, unknownBefore(finding, requirements)]));
  for (const [id, same] of byId(findings)) {
    const lines = known.get(id) ?? [];
    known.set(id, lines.slice(same.length));
    for (const [index, was] of lines.slice(0, same.length).entries()) {
      const finding = same[index]!;
      statuses.set(finding, { against: isWorse(finding, was) ? 'worse' : 'known', was, newRequirement: false });
    }
  }
  const reviewed = new Set(designs);
  const rest = [...known.values()].flat();
  const gone = rest.filter(({ id }) => reviewed.has(namesInId(id).design));
  return { version: baseline.version, statuses, gone, elsewhere: rest.length - gone.length };
}

function unknownBefore(finding: { readonly requirement: string }, requirements: ReadonlySet<string>): BaselineStatus {
  return { against: 'new', was: undefined, newRequirement: !requirements.has(finding.requirement) };
}

/** The worst of an id first. */
function byId<F extends KnownFinding>(findings: readonly F[]): Map<string, F[]> {
  const groups = new Map<string, F[]>();
  for (const finding of findings) {
    const group = groups.get(finding.id);
    if (group === undefined) groups.set(finding.id, [finding]);
    else group.push(finding);
  }
  for (const group of groups.values()) group.sort((a, b) => compareStates(a.state, b.state) || compareSeverities(a.severity, b.severity));
  return groups;
}
