import type { MeterSharedServices } from '../language/module.js';
import { problemsOf } from '../language/problems.js';
import { decisionProblems } from '../report/decisions.js';
import type { Reviewed } from '../report/problem.js';
import { redundancyProblems } from '../report/redundant.js';
import { review } from '../review/index.js';
import type { Loaded } from './load.js';
import { nearest, UsageError } from './usage.js';

export interface ReviewOptions {
  /** The profile to review against instead of the designs' own. */
  readonly profile: string | undefined;
  readonly date: string;
  /** Whether to tell which declarations nothing depends on. */
  readonly redundant?: boolean;
}

/** Reviews all designs of what was loaded, with the mistakes of its writing. */
export function reviewAll({ shared, documents }: Loaded, { profile, date, redundant = false }: ReviewOptions): Reviewed {
  const designs = shared.meter.Designs.all();
  checkProfile(shared, profile);
  const assessments = designs.map((architecture) => review(architecture, date, profile === undefined ? undefined : [profile]));
  const written = documents.flatMap((document) => problemsOf(document).filter(({ severity }) => severity !== 'hint'));
  // Another profile than the design's own says nothing about what its decisions are for.
  const decisions = profile === undefined ? decisionProblems(assessments) : [];
  return { assessments, problems: [...written, ...decisions, ...(redundant ? redundancyProblems(assessments) : [])] };
}

/** Says that a profile is unknown, with the nearest known one. */
export function checkProfile(shared: MeterSharedServices, profile: string | undefined): void {
  const { profiles } = shared.meter.Designs.catalogue();
  if (profile === undefined || profiles.has(profile)) return;
  const near = nearest(profile, [...profiles.keys()]);
  throw new UsageError(`there is no profile '${profile}'${near === undefined ? '' : `; did you mean '${near}'?`}`);
}

/** The current day, `YYYY-MM-DD`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
