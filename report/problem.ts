import type { SourceRange } from '../language/model/index.js';
import type { Assessment } from '../review/index.js';
import type { Comparison } from './baseline.js';

/** A mistake of writing, as every report tells it. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: SourceRange;
}

/** What a report is made from. */
export interface Reviewed {
  readonly assessments: readonly Assessment[];
  readonly problems: readonly Problem[];
  /** How the findings stand against a baseline, where one was given. */
  readonly baseline?: Comparison | undefined;
}
