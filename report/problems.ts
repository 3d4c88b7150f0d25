import type { SourceMap } from '../language/source/index.js';
import type { Assessment } from '../review/index.js';
import { decisionsToTell } from './decisions.js';
import { locate, type ToPath } from './locate.js';
import { inPlaceOrder } from './in-place-order.js';
import { problemOf, type FoundProblem, type Problem } from './problem.js';
import { redundancyProblems } from './redundant.js';

export interface FoundProblems {
  /** What is wrong with the writing of the files that are told of. */
  readonly mistakes: readonly FoundProblem[];
  /** The reviews of designs with decisions. */
  readonly deciding: readonly Assessment[];
  /** The reviews in which to look for declarations that nothing depends on; none, where nobody asked for them. */
  readonly redundant?: readonly Assessment[];
  /** Whether the designs are reviewed against the profiles that they are written for. */
  readonly isUsualProfile: boolean;
  readonly sources: SourceMap;
  readonly toPath: ToPath;
}

/** All mistakes of a report, in the order of their places: the same from the editor and from the command line. */
export function problemsIn({ mistakes: found, deciding, redundant = [], isUsualProfile, sources, toPath }: FoundProblems): Problem[] {
  const mistakes = found.map(problemOf);
  const told: Problem[] = [
    ...mistakes.filter(({ severity }) => severity !== 'hint'),
    ...decisionsToTell(deciding, sources, isUsualProfile),
    ...redundancyProblems(redundant, isUsualProfile && redundant.length > 0 ? mistakes : [], sources),
  ];
  return told
    .map((problem) => ({ problem, located: { ...problem, location: locate(problem.range, toPath) } }))
    .sort((one, other) => inPlaceOrder(one.located, other.located))
    .map(({ problem }) => problem);
}
