import type { ProblemCode, ProblemSeverity } from '../language/wellformed/codes.js';
import { messageOf, type Said } from '../language/wellformed/words/index.js';
import type { SourceMap, SourceRange } from '../language/source/index.js';
import type { Assessment } from '../review/index.js';
import type { BaselineComparison } from '../history/baseline.js';
import type { Timeline } from '../history/timeline.js';

/** A validation error, as every report tells it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly message: string;
  readonly range: SourceRange;
}

/** The same as it is found, before anybody makes words of it. */
export type FoundProblem = Said & { readonly range: SourceRange };

export function problemOf(found: FoundProblem): Problem {
  const { code, severity, range } = found;
  return { code, severity, message: messageOf(found), range };
}

/** Which part of a larger review this is, with what the other parts have to agree with. */
export interface ShardOf {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  readonly date: string;
  /** The profile that was reviewed against instead of the designs' own. */
  readonly profile: string | null;
  /** Where the designs stand among all of them, from 0. */
  readonly positions: readonly number[];
}

/** What a report is made from. */
export interface Reviewed {
  readonly assessments: readonly Assessment[];
  readonly problems: readonly Problem[];
  /** Where what was reviewed stands. */
  readonly sources: SourceMap;
  /** How the findings stand against a baseline, where one was given. */
  readonly baseline?: BaselineComparison | undefined;
  /** Of designs with phases what comes of them, where it was found out. */
  readonly timelines?: readonly Timeline[] | undefined;
  /** Where only a part of the designs was reviewed. */
  readonly shard?: ShardOf | undefined;
}
