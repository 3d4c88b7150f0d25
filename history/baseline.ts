// The room `history/`: what changed: the baseline with its file, and differences between reviews, as data.
// May import `summary`, `review`, `reach`, `language/model`, `language/semantics`.

import type { Severity } from '../language/model/index.js';
import { compareSeverities, compareStates, grouped } from '../language/semantics/index.js';
import { namesInId, type Assessment, type Finding, type OpenState } from '../review/index.js';
import { isWorse } from '../summary/worse.js';

/** A finding that was known when the baseline was written. */
export interface KnownFinding {
  /** `design/requirement/element` */
  readonly id: string;
  readonly state: OpenState;
  readonly severity: Severity;
  /** The path of the design's file; undefined where a version wrote the baseline that did not tell. */
  readonly file?: string | undefined;
}

/** A design as baselines know it. */
export interface BaselineDesign<F = Finding> {
  readonly name: string;
  /** The path of its file, seen from the same folder as those of the baseline. */
  readonly file: string;
  readonly findings: readonly F[];
}

/** The findings that somebody knows of, and the requirements that the catalogue had then. */
export interface Baseline {
  /** The version of Meterlint that wrote it. */
  readonly version: string;
  readonly requirements: readonly string[];
  /** The files of the designs that were reviewed then; undefined where a version wrote the baseline that did not tell. */
  readonly files?: readonly string[] | undefined;
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

/** The same baseline with the paths of its files told in another way. */
export function withFiles(baseline: Baseline, told: (file: string) => string): Baseline {
  const { files, findings } = baseline;
  return {
    ...baseline,
    files: files?.map(told),
    findings: findings.map((one) => (one.file === undefined ? one : { ...one, file: told(one.file) })),
  };
}

/** Some reviews as baselines see them, with the paths of their files. */
export function baselineDesigns(assessments: readonly Assessment[], fileOf: (one: Assessment) => string): BaselineDesign[] {
  return assessments.map((one) => ({ name: one.architecture.design.name, file: fileOf(one), findings: one.findings }));
}

/**
 * Compares the findings of some designs with those that were known, and uses each line once: those of the same file, or else, where the baseline
 * never saw the design's file, those of a design of the same name whose file `isThere` no more: it was moved. A design whose namesake still
 * stands where it stood is another one, and all of it is new. Lines without a file are those of any design of their name, the worst first.
 */
export function compareWithBaseline<F extends KnownFinding & { readonly requirement: string }>(
  designs: readonly BaselineDesign<F>[],
  baseline: Baseline,
  isThere: (file: string) => boolean,
): BaselineComparison<F> {
  const seen = new Set([...(baseline.files ?? []), ...baseline.findings.flatMap(({ file }) => file ?? [])]);
  const left = new Set(baseline.findings);
  const byName = grouped(baseline.findings, ({ id }) => [namesInId(id).design]);
  const requirements = new Set(baseline.requirements);
  const statuses = new Map<F, BaselineStatus>();
  const reviewed = new Set<KnownFinding>();
  for (const { name, file, findings } of inBaselineOrder(designs, seen)) {
    const isOwn = (known: KnownFinding) => {
      if (known.file === undefined) return true;
      return seen.has(file) ? known.file === file : !isThere(known.file);
    };
    const lines = (byName.get(name) ?? []).filter((known) => left.has(known) && isOwn(known));
    for (const known of lines) reviewed.add(known);
    const known = byId(lines);
    for (const [id, same] of byId(findings)) {
      for (const [index, finding] of same.entries()) {
        const was = known.get(id)?.[index];
        if (was !== undefined) left.delete(was);
        const against = was === undefined ? 'new' : isWorse(finding, was) ? 'worse' : 'known';
        statuses.set(finding, { against, was, newRequirement: was === undefined && !requirements.has(finding.requirement) });
      }
    }
  }
  const gone = [...left].filter((known) => reviewed.has(known));
  return { version: baseline.version, statuses, gone, elsewhere: left.size - gone.length };
}

/** Those that stand where they stood come first: what was moved takes of the rest. */
function inBaselineOrder<D extends { readonly file: string }>(designs: readonly D[], seen: ReadonlySet<string>): D[] {
  return [...designs.filter(({ file }) => seen.has(file)), ...designs.filter(({ file }) => !seen.has(file))];
}

/** The worst of an id first. */
function byId<F extends KnownFinding>(findings: readonly F[]): Map<string, readonly F[]> {
  const worstFirst = (a: F, b: F) => compareStates(a.state, b.state) || compareSeverities(a.severity, b.severity);
  const groups = grouped(findings, ({ id }) => [id]);
  return new Map([...groups].map(([id, group]) => [id, group.toSorted(worstFirst)]));
}
